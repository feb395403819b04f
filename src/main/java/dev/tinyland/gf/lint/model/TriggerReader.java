package dev.tinyland.gf.lint.model;

import dev.tinyland.gf.yaml.YamlEntry;
import dev.tinyland.gf.yaml.YamlMapping;
import dev.tinyland.gf.yaml.YamlNode;
import dev.tinyland.gf.yaml.YamlScalar;
import dev.tinyland.gf.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code on:} in its three shapes: an event, a list of events, a mapping. */
final class TriggerReader {

    private TriggerReader() {}

    static List<Trigger> triggers(YamlMapping root, Shapes shapes) {
        List<Trigger> triggers = new ArrayList<>();
        YamlNode on = Shapes.node(root, "on");
        if (on == null) {
            return triggers;
        }
        switch (on) {
            case YamlScalar scalar -> triggers.add(bare(scalar));
            case YamlSequence sequence -> shapes.scalars(sequence, "on").forEach(event -> triggers.add(bare(event)));
            case YamlMapping mapping -> {
                for (YamlEntry entry : mapping.entries()) {
                    triggers.add(trigger(entry, shapes));
                }
            }
        }
        return triggers;
    }

    private static Trigger bare(YamlScalar event) {
        return new Trigger(
                event,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Settings.NONE);
    }

    private static Trigger trigger(YamlEntry entry, Shapes shapes) {
        YamlScalar event = entry.key();
        if (event.value().equals("schedule")) {
            return schedule(event, entry.value(), shapes);
        }
        YamlMapping filters = shapes.mapping(entry.value(), "on");
        return filters == null ? bare(event) : filtered(event, filters, shapes);
    }

    private static Trigger filtered(YamlScalar event, YamlMapping filters, Shapes shapes) {
        List<YamlScalar> secrets = new ArrayList<>();
        YamlMapping declared = shapes.mapping(filters, "secrets");
        if (declared != null) {
            declared.entries().forEach(secret -> secrets.add(secret.key()));
        }
        return new Trigger(
                event,
                shapes.scalars(filters, "branches"),
                shapes.scalars(filters, "branches-ignore"),
                shapes.scalars(filters, "tags"),
                shapes.scalars(filters, "tags-ignore"),
                shapes.scalars(filters, "paths"),
                shapes.scalars(filters, "paths-ignore"),
                shapes.scalars(filters, "types"),
                shapes.scalars(filters, "workflows"),
                List.of(),
                StepReader.inputs(filters, shapes),
                secrets,
                ActionReader.outputs(filters, shapes));
    }

    private static Trigger schedule(YamlScalar event, YamlNode node, Shapes shapes) {
        List<YamlScalar> crons = new ArrayList<>();
        if (node instanceof YamlSequence sequence) {
            for (YamlNode item : sequence.items()) {
                YamlMapping mapping = shapes.mapping(item, "schedule");
                if (mapping != null) {
                    shapes.scalar(mapping, "cron").ifPresent(crons::add);
                }
            }
        } else {
            shapes.wrong(node, "schedule", "a list");
        }
        return new Trigger(
                event,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                crons,
                List.of(),
                List.of(),
                Settings.NONE);
    }
}
