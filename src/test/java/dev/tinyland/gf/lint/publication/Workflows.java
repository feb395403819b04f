package dev.tinyland.gf.lint.publication;

import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.contract.ContractLoader;
import dev.tinyland.gf.lint.PathClass;
import dev.tinyland.gf.lint.model.FileProject;
import dev.tinyland.gf.text.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Roots of a few files, and what is judged in them. */
final class Workflows {
    static final Contract CONTRACT = new ContractLoader().builtIn();
    static final String PATH = ".github/workflows/ci.yml";

    private Workflows() {}

    static FileProject project(Map<String, String> files) {
        List<SourceFile> sources = new ArrayList<>();
        files.forEach((path, text) -> sources.add(new SourceFile(path, text)));
        return new FileProject(sources);
    }

    static List<PushVerdict> judge(String workflow) {
        return judge(Map.of(PATH, workflow), PATH, PathClass.PILOT);
    }

    static List<PushVerdict> judge(Map<String, String> files, String path, PathClass pathClass) {
        FileProject project = project(files);
        PublicationJudge judge = new PublicationJudge(CONTRACT, project, "main");
        return path.endsWith("action.yml")
                ? judge.judge(project.action(path).orElseThrow(), pathClass)
                : judge.judge(project.workflow(path).orElseThrow(), pathClass);
    }

    /** Kind, truth, line and witness of a verdict, in one line. */
    static String show(PushVerdict verdict) {
        SourceFile file = verdict.site().file();
        return verdict.kind()
                + " "
                + verdict.truth()
                + " at "
                + file.position(verdict.span().start()).line()
                + ": "
                + file.text(verdict.span()).lines().findFirst().orElse("")
                + verdict.witness()
                        .map(witness -> " (" + witness.event() + " on " + witness.ref() + ")")
                        .orElse("");
    }

    static String show(List<PushVerdict> verdicts) {
        return String.join("\n", verdicts.stream().map(Workflows::show).toList());
    }
}
