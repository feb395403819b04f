package dev.tinyland.gf.plan.command;

import dev.tinyland.gf.actions.Run;
import dev.tinyland.gf.report.Check;
import dev.tinyland.gf.report.Status;
import dev.tinyland.gf.state.custody.CustodyJudge;
import dev.tinyland.gf.state.custody.CustodyRecord;
import dev.tinyland.gf.text.Sha256;
import dev.tinyland.gf.tofu.state.StateDocument;
import dev.tinyland.gf.tofu.state.StateReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What earlier applies of this stack left in custody, on whatever machine. While the store does not know it, a further apply
 * would make again what is there already.
 */
final class EarlierCustody {
    static final String ID = "TA-CUSTODY";

    private static final String TITLE = "no earlier apply waits in custody";
    private static final int DEEPEST = 8;

    private final Run run;
    private final String stack;
    private final List<String> unresolved = new ArrayList<>();
    private final Set<String> next = new LinkedHashSet<>();
    private int resolved;
    private int byId;
    private int byAddress;
    private int others;

    EarlierCustody(Run run, String stack) {
        this.run = run;
        this.stack = stack;
    }

    /** Judges everything below the folder; reports one check. */
    boolean unresolved(Optional<Path> folder, Optional<StateDocument.Present> store) throws IOException {
        if (folder.isEmpty()) {
            run.check(Check.optional(
                    ID, TITLE, Status.SKIP, "", "custody is not given: earlier runs are not known here"));
            return false;
        }
        if (Files.exists(folder.get())) {
            judge(folder.get(), store);
        }
        if (!unresolved.isEmpty()) {
            run.check(Check.required(ID, TITLE, Status.FAIL, "", String.join("; ", unresolved)));
            next.forEach(run::next);
            run.next("where it is settled in another way, delete the artifact it came from");
            return true;
        }
        String other = others == 0 ? "" : ", " + others + " of other stacks not judged";
        run.check(Check.required(
                ID,
                TITLE,
                Status.PASS,
                "",
                (resolved == 0
                                ? "nothing is in custody"
                                : "the store is later and has every resource of it: " + resolved + " judged, " + byId
                                        + " resources by id and " + byAddress + " by address alone")
                        + other));
        return false;
    }

    private void judge(Path folder, Optional<StateDocument.Present> store) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder, DEEPEST)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        Set<Path> told = new HashSet<>();
        for (Path file : files) {
            if (file.endsWith(CustodyRecord.NAME)) {
                told.add(file.getParent());
                Optional<CustodyRecord> custody = CustodyRecord.parse(Files.readAllBytes(file));
                if (custody.isPresent()) {
                    judge(custody.get(), store);
                } else {
                    unknown(file + " is no record of these tools");
                }
            }
        }
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            if (name.startsWith(Custody.ERRORED) && !told.contains(file.getParent())) {
                judgeAlone(file, name, store);
            }
        }
    }

    /** A state without a record: in clear it tells for itself. */
    private void judgeAlone(Path file, String name, Optional<StateDocument.Present> store) throws IOException {
        if (!name.equals(Custody.ERRORED)) {
            unknown(file + " has no " + CustodyRecord.NAME + " beside it, so nobody can tell what it holds");
            return;
        }
        byte[] content = Files.readAllBytes(file);
        judge(
                CustodyRecord.of(stack, Instant.EPOCH, "", new StateReader().read(content), Sha256.hex(content), ""),
                store);
    }

    private void judge(CustodyRecord custody, Optional<StateDocument.Present> store) {
        if (!custody.stack().equals(stack)) {
            others++;
            return;
        }
        String name = "the state" + (custody.run().isEmpty() ? "" : " of " + custody.run())
                + (custody.created().equals(Instant.EPOCH) ? "" : " of " + custody.created()) + ": ";
        switch (CustodyJudge.judge(custody, store)) {
            case CustodyJudge.Outcome.Resolved(int identified, int addressed) -> {
                resolved++;
                byId += identified;
                byAddress += addressed;
            }
            case CustodyJudge.Outcome.Unknown(String why) -> unknown(name + why);
            case CustodyJudge.Outcome.Other(String why) -> {
                unresolved.add(name + why);
                next.add("do not apply: find out which objects are there, those of the ids in custody or those in the"
                        + " store; what no state manages goes on running until somebody imports or removes it");
            }
        }
    }

    private void unknown(String why) {
        unresolved.add(why);
        next.add("do not apply: open what is in custody where the private key is, and run: gf tofu-state-push " + stack
                + " --errored-state errored.tfstate");
    }
}
