import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.attribute.NestHostAttribute;
import java.lang.classfile.attribute.NestMembersAttribute;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Classes made by the build that may use what is private in the class they are made for. */
final class Nests {
    private final ClassFile rewriting;
    /** By the internal name of a nest's host: its new members. */
    private final Map<String, List<ClassDesc>> members = new TreeMap<>();

    Nests(ClassFile rewriting) {
        this.rewriting = rewriting;
    }

    /** The host of the nest that a class is in: itself where it is in none. */
    static ClassDesc host(ClassModel model) {
        return model.findAttribute(Attributes.nestHost())
                .map(NestHostAttribute::nestHost)
                .orElse(model.thisClass())
                .asSymbol();
    }

    void add(ClassDesc host, ClassDesc member) {
        members.computeIfAbsent(PlainAnnotations.internal(host), _ -> new ArrayList<>())
                .add(member);
    }

    /** The new members by the internal name of their host. */
    Map<String, List<ClassDesc>> members() {
        return members;
    }

    /** The host with new members. */
    byte[] admit(byte[] host, List<ClassDesc> news) {
        ClassModel model = rewriting.parse(host);
        List<ClassDesc> all = new ArrayList<>();
        model.findAttribute(Attributes.nestMembers())
                .ifPresent(attribute ->
                        attribute.nestMembers().forEach(member -> all.add(member.asSymbol())));
        all.addAll(news);
        ClassTransform transform = ClassTransform.dropping(NestMembersAttribute.class::isInstance)
                .andThen(ClassTransform.endHandler(
                        builder -> builder.with(NestMembersAttribute.ofSymbols(all))));
        return rewriting.transformClass(model, transform);
    }
}
