import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Choosing by a name, as the compiler does for a switch over strings. */
final class Names {
    private Names() {}

    /**
     * Writes the choice; behind it goes on what no name was found for.
     *
     * @param slot where the name lies
     * @param chosen writes what is done for one, to its end
     */
    static <T> void choose(CodeBuilder code, int slot, Map<String, T> byName, BiConsumer<CodeBuilder, T> chosen) {
        if (byName.isEmpty()) {
            return;
        }
        Map<Integer, List<String>> byHash = new TreeMap<>();
        for (String name : byName.keySet()) {
            byHash.computeIfAbsent(name.hashCode(), _ -> new ArrayList<>()).add(name);
        }
        Map<Integer, Label> labels = new TreeMap<>();
        byHash.keySet().forEach(hash -> labels.put(hash, code.newLabel()));
        Label none = code.newLabel();
        code.aload(slot)
                .invokevirtual(ConstantDescs.CD_String, "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int))
                .lookupswitch(
                        none,
                        labels.entrySet().stream()
                                .map(each -> SwitchCase.of(each.getKey(), each.getValue()))
                                .toList());
        byHash.forEach((hash, names) -> {
            code.labelBinding(labels.get(hash));
            for (String name : names) {
                Label next = code.newLabel();
                code.aload(slot)
                        .loadConstant(name)
                        .invokevirtual(
                                ConstantDescs.CD_String,
                                "equals",
                                MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object))
                        .ifeq(next);
                chosen.accept(code, byName.get(name));
                code.labelBinding(next);
            }
            code.goto_(none);
        });
        code.labelBinding(none);
    }
}
