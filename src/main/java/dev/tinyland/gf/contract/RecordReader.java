package dev.tinyland.gf.contract;

import dev.tinyland.gf.text.DidYouMean;
import dev.tinyland.gf.text.Position;
import dev.tinyland.gf.text.SourceFile;
import dev.tinyland.gf.yaml.CoreType;
import dev.tinyland.gf.yaml.YamlEntry;
import dev.tinyland.gf.yaml.YamlMapping;
import dev.tinyland.gf.yaml.YamlNode;
import dev.tinyland.gf.yaml.YamlScalar;
import dev.tinyland.gf.yaml.YamlSequence;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a YAML node into records: a component is a key, {@code Optional} may be absent, everything else must be there.
 * Whatever is wrong is noted with its place, and reading goes on, so that one run says all of it.
 */
final class RecordReader {
    private final SourceFile file;
    private final UnknownKeys unknownKeys;
    private final List<ContractProblem> problems;

    RecordReader(SourceFile file, UnknownKeys unknownKeys, List<ContractProblem> problems) {
        this.file = file;
        this.unknownKeys = unknownKeys;
        this.problems = problems;
    }

    /** The record, or nothing where it or anything in it is wrong. */
    <T extends Record> Optional<T> read(Class<T> type, YamlNode node) {
        return record(type, node, "").map(type::cast);
    }

    private Optional<?> value(Type type, YamlNode node, String key) {
        return switch (type) {
            case Class<?> plain -> plain(plain, node, key);
            case ParameterizedType generic -> generic(generic, node, key);
            default -> throw new IllegalStateException("a record component cannot have the type " + type);
        };
    }

    private Optional<?> plain(Class<?> type, YamlNode node, String key) {
        if (type == String.class) {
            return scalar(node, key, "text", CoreType.STRING).map(YamlScalar::value);
        }
        if (type == boolean.class) {
            return scalar(node, key, "true or false", CoreType.BOOLEAN)
                    .map(scalar -> Boolean.valueOf(scalar.value().toLowerCase(Locale.ROOT)));
        }
        if (type == int.class || type == Integer.class) {
            return wholeNumber(node, key, Integer.MAX_VALUE).map(Long::intValue);
        }
        if (type == long.class) {
            return wholeNumber(node, key, Long.MAX_VALUE);
        }
        if (type.isEnum()) {
            return word(type, node, key);
        }
        return record(type.asSubclass(Record.class), node, key);
    }

    /** A component of type Optional is read to an Optional in an Optional: the outer one says whether reading went well. */
    @SuppressWarnings("OptionalMapToOptional")
    private Optional<?> generic(ParameterizedType type, YamlNode node, String key) {
        Type element = type.getActualTypeArguments()[type.getActualTypeArguments().length - 1];
        if (type.getRawType() == Optional.class) {
            return value(element, node, key).map(Optional::of);
        }
        return type.getRawType() == List.class ? list(element, node, key) : map(element, node, key);
    }

    private Optional<List<?>> list(Type element, YamlNode node, String key) {
        if (!(node instanceof YamlSequence sequence)) {
            wrong(node, key, "a list");
            return Optional.empty();
        }
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < sequence.items().size(); i++) {
            value(element, sequence.items().get(i), key + "[" + i + "]").ifPresent(values::add);
        }
        return values.size() == sequence.items().size() ? Optional.of(values) : Optional.empty();
    }

    private Optional<Map<String, ?>> map(Type element, YamlNode node, String key) {
        if (!(node instanceof YamlMapping mapping)) {
            wrong(node, key, "a mapping");
            return Optional.empty();
        }
        Map<String, Object> values = new LinkedHashMap<>();
        boolean whole = true;
        for (YamlEntry entry : mapping.entries()) {
            String name = entry.key().value();
            Optional<?> value = value(element, entry.value(), below(key, name));
            whole &= value.isPresent();
            value.ifPresent(present -> values.put(name, present));
        }
        return whole ? Optional.of(values) : Optional.empty();
    }

    private Optional<Record> record(Class<? extends Record> type, YamlNode node, String key) {
        if (!(node instanceof YamlMapping mapping)) {
            wrong(node, key, "a mapping");
            return Optional.empty();
        }
        RecordComponent[] components = type.getRecordComponents();
        List<String> names = Arrays.stream(components).map(RecordReader::keyOf).toList();
        if (unknownKeys == UnknownKeys.REFUSE) {
            mapping.entries().stream()
                    .filter(entry -> !names.contains(entry.key().value()))
                    .forEach(entry -> unknown(entry, names, key));
        }
        @Nullable Object[] arguments = new @Nullable Object[components.length];
        boolean whole = true;
        for (int i = 0; i < components.length; i++) {
            Optional<?> argument = component(components[i], names.get(i), mapping, key);
            whole &= argument.isPresent();
            arguments[i] = argument.orElse(null);
        }
        return whole ? construct(type, components, arguments, node, key) : Optional.empty();
    }

    private Optional<?> component(RecordComponent component, String name, YamlMapping mapping, String key) {
        Optional<YamlNode> node = mapping.get(name);
        if (node.isPresent()) {
            return value(component.getGenericType(), node.get(), below(key, name));
        }
        if (component.getType() == Optional.class) {
            return Optional.of(Optional.empty());
        }
        problem(mapping, key, "missing key \"" + name + "\"");
        return Optional.empty();
    }

    private Optional<Record> construct(
            Class<? extends Record> type,
            RecordComponent[] components,
            @Nullable Object[] arguments,
            YamlNode node,
            String key) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return Optional.of(type.getDeclaredConstructor(types).newInstance(arguments));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refusal) {
                problem(node, key, String.valueOf(refusal.getMessage()));
                return Optional.empty();
            }
            throw new IllegalStateException("the constructor of " + type.getName() + " failed", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot construct " + type.getName(), e);
        }
    }

    private Optional<?> word(Class<?> type, YamlNode node, String key) {
        List<String> words = Arrays.stream(type.getEnumConstants())
                .map(constant -> wordOf((Enum<?>) constant))
                .toList();
        String expected = "one of " + String.join(", ", words);
        Optional<YamlScalar> scalar = scalar(node, key, expected, CoreType.STRING);
        if (scalar.isEmpty()) {
            return Optional.empty();
        }
        String written = scalar.get().value();
        int index = words.indexOf(written);
        if (index < 0) {
            String near = DidYouMean.among(words, written)
                    .map(word -> ", did you mean \"" + word + "\"?")
                    .orElse("");
            problem(node, key, "expected " + expected + near);
            return Optional.empty();
        }
        return Optional.of(type.getEnumConstants()[index]);
    }

    private Optional<Long> wholeNumber(YamlNode node, String key, long maximum) {
        String expected = "a whole number from 0 to " + maximum;
        Optional<YamlScalar> scalar = scalar(node, key, expected, CoreType.INTEGER);
        if (scalar.isEmpty()) {
            return Optional.empty();
        }
        try {
            long value = Long.decode(scalar.get().value());
            if (value >= 0 && value <= maximum) {
                return Optional.of(value);
            }
        } catch (NumberFormatException outOfRange) {
            // The number is larger than any number we take: the same answer as below.
        }
        problem(node, key, "expected " + expected);
        return Optional.empty();
    }

    private Optional<YamlScalar> scalar(YamlNode node, String key, String expected, CoreType type) {
        if (node instanceof YamlScalar scalar && scalar.type() == type) {
            return Optional.of(scalar);
        }
        wrong(node, key, expected);
        return Optional.empty();
    }

    private void unknown(YamlEntry entry, List<String> names, String key) {
        String written = entry.key().value();
        problem(entry.key(), key, "unknown key \"" + written + "\"" + suggestion(names, written));
    }

    private void wrong(YamlNode node, String key, String expected) {
        problem(node, key, "expected " + expected + ", found " + kindOf(node));
    }

    void problem(YamlNode node, String key, String message) {
        Position position = file.position(node.span().start());
        problems.add(new ContractProblem(file.path(), position.line(), position.column(), key, message));
    }

    private static String suggestion(List<String> known, String written) {
        return DidYouMean.among(known, written)
                .map(word -> ", did you mean \"" + word + "\"?")
                .orElseGet(() -> known.stream().sorted().collect(Collectors.joining(", ", "; known are ", "")));
    }

    private static String kindOf(YamlNode node) {
        return switch (node) {
            case YamlMapping _ -> "a mapping";
            case YamlSequence _ -> "a list";
            case YamlScalar scalar ->
                switch (scalar.type()) {
                    case NULL -> "nothing";
                    case BOOLEAN -> "true or false";
                    case INTEGER, FLOAT -> "a number";
                    case STRING -> "text";
                };
        };
    }

    static String keyOf(RecordComponent component) {
        Key renamed = component.getAnnotation(Key.class);
        return renamed == null ? component.getName() : renamed.value();
    }

    static String wordOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String below(String key, String name) {
        return key.isEmpty() ? name : key + "." + name;
    }
}
