package profiles.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import profiles.startup.CheckResult;

@Command(name = "check",
    description = "Tell what keeps the service from its work, and how to mend it. Changes nothing; ends with 1 when something is wrong.")
final class Check implements Callable<Integer> {
    private final CommandContext context;

    @Spec
    private CommandSpec spec;

    Check(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var findings = context.check();
        findings.forEach(finding -> spec.commandLine().getOut().println("%-7s%s".formatted(finding.level().word, finding.text())));
        return findings.stream().anyMatch(finding -> finding.level() == CheckResult.Level.WRONG) ? 1 : 0;
    }
}
