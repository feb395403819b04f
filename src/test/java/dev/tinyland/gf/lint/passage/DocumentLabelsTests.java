package dev.tinyland.gf.lint.passage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which passages a legacy label reaches, and which it does not. */
class DocumentLabelsTests {

    private static void exempt(String page, String text) {
        List<String> counted = PagePassages.counted(page);
        assertFalse(counted.contains(text), () -> text + " counts in " + counted);
        assertTrue(
                PagePassages.read(page).passages().stream()
                        .anyMatch(passage -> passage.text().text().strip().equals(text)),
                () -> text + " is no passage of " + PagePassages.shown(page));
    }

    private static void counts(String page, String text) {
        assertTrue(PagePassages.counted(page).contains(text), () -> text + " not in " + PagePassages.shown(page));
    }

    @Test
    void aHeadingLabelsItsSectionAndTheSectionsBelow() {
        String page = "# Page\n\n## Legacy GitLab\n\n`a`\n\n### Init\n\n`b`\n\n## Now\n\n`c`\n";

        exempt(page, "Legacy GitLab");
        exempt(page, "a");
        exempt(page, "b");
        counts(page, "c");
    }

    @Test
    void aLabelledTitleLabelsThePage() {
        exempt("# Archived: old cluster\n\n## Steps\n\n```bash\nattic push main x\n```\n", "attic push main x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> **Deprecated.** Use the other page.",
                "> [!WARNING]\n> This page is historical.",
                ":::warning Legacy\n\nold\n\n:::",
                "!!! warning \"Archived 2026-04-15\"",
                "**Status:** historical",
                "This document describes a retired cluster and is kept for the record.",
                "_Legacy page; see the new one._",
                "Retired since May 2026",
            })
    void aBannerAtTheHeadLabelsThePage(String banner) {
        exempt("# Page\n\n" + banner + "\n\n## Steps\n\n`x`\n", "x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "This guide replaces GitLab. The legacy flow was painful.",
                "Legacy Civo clusters are refused here.",
                "> The removed hosts stand below.",
                "This page is not deprecated.",
            })
    void anIntroductionThatNamesOldThingsIsNoBanner(String introduction) {
        counts("# Page\n\n" + introduction + "\n\n## Steps\n\n`x`\n", "x");
    }

    @Test
    void aBannerFurtherDownLabelsNothing() {
        counts("# Page\n\n## A\n\nDeprecated.\n\n## B\n\n`x`\n", "x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "---\nstatus: historical\n---\n",
                "---\ntitle: \"Legacy Civo\"\n---\n",
                "---\ntags:\n  - ops\n  - archived\n---\n",
                "---\ndeprecated: true\n---\n",
                "+++\nstatus = \"retired\"\n+++\n",
            })
    void frontMatterLabelsThePage(String front) {
        exempt(front + "# Page\n\n`x`\n", "x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"---\ndescription: removes legacy\n---\n", "---\ndeprecated: false\n---\n"})
    void otherFrontMatterDoesNot(String front) {
        counts(front + "# Page\n\n`x`\n", "x");
    }

    @Test
    void theParagraphBeforeAFenceLabelsIt() {
        String page = "## S\n\nFor compatibility only:\n\n```bash\nls a\n```\n\nNow:\n\n```bash\nls b\n```\n";

        exempt(page, "ls a");
        counts(page, "ls b");
    }

    @Test
    void aParagraphOfAnotherSectionDoesNot() {
        counts("## A\n\nThis is deprecated.\n\n## B\n\n```bash\nls b\n```\n", "ls b");
    }

    @Test
    void aSentenceExemptsItselfAndNoOther() {
        String page = "The host `a` is out of contract. Use `b`. The name `c` is no longer\nused.\n";

        exempt(page, "a");
        counts(page, "b");
        exempt(page, "c");
    }

    @Test
    void theListAfterALabelledLeadInIsExempt() {
        String page = "These are out of contract:\n\n- `a`\n- more\n  - `b`\n\nText `c`\n\n- `d`\n";

        exempt(page, "a");
        exempt(page, "b");
        counts(page, "c");
        counts(page, "d");
    }

    @Test
    void aTableInheritsFromItsHeadingAndARowSpeaksForItself() {
        String table = "| Host | State |\n|---|---|\n| `a` | retired |\n| `b` | live |\n";

        exempt("## Hosts\n\n" + table, "a");
        counts("## Hosts\n\n" + table, "b");
        exempt("## Retired hosts\n\n" + table, "b");
    }

    @Test
    void aLabelledColumnIsExempt() {
        String table = "| Legacy name | New name |\n|---|---|\n| `a` | `b` |\n";

        exempt(table, "a");
        counts(table, "b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not deprecated",
                "non-legacy",
                "illegacy",
                "removedness",
                "isn't retired",
                "retired-endpoint",
                "Fill in legacy-civo.tfvars",
                "Set `legacy`",
                "See [the legacy page](old.md)",
                "docs/legacy/x",
                "compatibility-local-only"
            })
    void aDeniedOrBrokenWordIsNoLabel(String text) {
        counts("# P\n\n## " + text + "\n\n`x`\n", "x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Legacy", "compatibility-only", "now-deprecated names", "Legacy/standby", "(retired)", "Removed."
            })
    void aWordOfItsOwnIsALabel(String text) {
        exempt("# P\n\n## " + text + "\n\n`x`\n", "x");
    }

    @Test
    void theLabelSaysItsWordAndPlace() {
        Passage passage = PagePassages.read("## Out of\n\n## Out  of contract\n\n`x`\n").passages().stream()
                .filter(candidate -> candidate.text().text().equals("x"))
                .findFirst()
                .orElseThrow();

        Label label = passage.label().orElseThrow();
        assertEquals(Label.Kind.LEGACY, label.kind());
        assertEquals("out of contract", label.word());
        assertEquals("Out  of contract", passage.text().source().text(label.span()));
    }
}
