package dev.tinyland.gf.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program behind wrappers, paths and variables. */
class CommandNameTests {

    private static ShellCommand last(String script) {
        return ShellParserTests.parse(script).commands().getLast();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
        attic push c p                                                    ! attic: push c p
        /nix/store/x/bin/attic push c                                     ! attic: push c
        result/bin/attic push c                                           ! attic: push c
        ${pkgs.attic-client}/bin/attic push c                             ! attic: push c
        "$HOME/bin/attic" push c                                          ! attic: push c
        sudo -E -u root attic push c                                      ! attic: push c
        env -i A=1 B=2 attic push c                                       ! attic: push c
        env -u X -- attic push c                                          ! attic: push c
        sudo A=1 attic push c                                             ! attic: push c
        timeout -k 5 30s attic push c                                     ! attic: push c
        timeout --signal=KILL 30 attic push c                             ! attic: push c
        nohup nice -n 10 attic watch-store c                              ! attic: watch-store c
        xargs attic push c                                                ! attic: push c
        xargs -r -n 1 attic push c                                        ! attic: push c
        xargs -I{} attic push c {}                                        ! attic: push c {}
        xargs -I {} attic push c {}                                       ! attic: push c {}
        find . -name x -exec attic push c {} ';'                          ! attic: push c {}
        command attic push c                                              ! attic: push c
        command -v attic                                                  ! command: -v attic
        exec attic push c                                                 ! attic: push c
        time -p attic push c                                              ! attic: push c
        time attic push c                                                 ! attic: push c
        nix run nixpkgs#attic-client -- push c                            ! attic: push c
        nix run nixpkgs#attic-client push c                               ! attic: push c
        nix run github:zhaofengli/attic -- push c                         ! attic: push c
        nix run github:zhaofengli/attic/main#attic-client -- push c       ! attic: push c
        nix run 'github:zhaofengli/attic?ref=x' -- push c                 ! attic: push c
        nix run --impure --option a b .#tools.attic-client -- push        ! attic: push
        nix --extra-experimental-features 'nix-command flakes' run a#attic-client -- push ! attic: push
        nix shell nixpkgs#attic-client -c attic push c                    ! attic: push c
        nix develop .#ci --command attic push c                           ! attic: push c
        nix develop -c env X=1 xargs attic push                           ! attic: push
        nix build .#attic                                                 ! nix: build .#attic
        nix run                                                           ! nix: run
        nix copy --to http://x .#y                                        ! nix: copy --to http://x .#y
        direnv exec . tofu init                                           ! tofu: init
        doppler run -p x -- tofu init                                     ! tofu: init
        sudo                                                              ! sudo:
        [ -n x ]                                                          ! [: -n x ]
        """)
    void isFound(String script, String expected) {
        assertEquals(expected.strip(), describe(last(script)));
    }

    private static String describe(ShellCommand command) {
        CommandName name = command.name();
        return (name.name() + ": "
                        + String.join(
                                " ",
                                name.arguments().stream().map(ShellWord::text).toList()))
                .strip();
    }

    @Test
    void variablesStandForWhatTheyWereGiven() {
        assertEquals("attic: push c", describe(last("ATTIC=result/bin/attic\n\"$ATTIC\" push c")));
        assertEquals("attic: push c", describe(last("P='nix run nixpkgs#attic-client --'; $P push c")));
        assertEquals(
                "tofu: init",
                describe(
                        last("TF=terraform; TF=tofu; ${TF} init; TF=x").words().isEmpty()
                                ? ShellParserTests.parse("TF=terraform; TF=tofu; ${TF} init; TF=x")
                                        .commands()
                                        .get(2)
                                : last("TF=terraform; TF=tofu; ${TF} init")));
    }

    @Test
    void variablesOfUnknownValueGiveTheirNameWithoutCertainty() {
        for (String script : List.of(
                "$ATTIC_CMD push c",
                "\"${ATTIC_BIN}\" push c",
                "{{attic}} push c",
                "{{ attic_cmd }} push c",
                "${{ env.ATTIC }} push c")) {
            assertEquals("attic: push c", describe(last(script)), script);
            assertEquals(false, last(script).name().certain(), script);
        }
        ShellCommand make =
                ShellParserTests.parse("$(ATTIC_CMD) push c").commands().getFirst();
        assertEquals("attic: push c", describe(make));
    }

    @Test
    void wrappersAreNamedAndTheirAssignmentsKept() {
        ShellCommand command = last("sudo env A=1 B=2 xargs attic push");
        assertEquals(List.of("sudo", "env", "xargs"), command.name().wrappers());
        assertEquals(
                List.of("A", "B"),
                command.assignments().stream().map(Assignment::name).toList());
    }

    @Test
    void operandsPassOverOptions() {
        CommandName name = last("attic push -j 2 main:cache path").name();
        assertEquals("push", name.operand(0));
        assertEquals("", name.operand(9));
    }
}
