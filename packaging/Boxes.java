import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.Map;

/** The classes that stand for primitive types. */
final class Boxes {
    private static final Map<ClassDesc, ClassDesc> ALL = Map.of(
            ConstantDescs.CD_boolean, ConstantDescs.CD_Boolean,
            ConstantDescs.CD_byte, ConstantDescs.CD_Byte,
            ConstantDescs.CD_char, ConstantDescs.CD_Character,
            ConstantDescs.CD_short, ConstantDescs.CD_Short,
            ConstantDescs.CD_int, ConstantDescs.CD_Integer,
            ConstantDescs.CD_long, ConstantDescs.CD_Long,
            ConstantDescs.CD_float, ConstantDescs.CD_Float,
            ConstantDescs.CD_double, ConstantDescs.CD_Double,
            ConstantDescs.CD_void, ConstantDescs.CD_Void);

    private Boxes() {}

    static ClassDesc of(ClassDesc primitive) {
        return ALL.get(primitive);
    }
}
