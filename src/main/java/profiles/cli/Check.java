package profiles.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "check",
    description = "Tell what keeps the service from its work, and how to mend it. Changes nothing; ends with 1 when something is wrong.")
final class Check implements Callable<Integer> {
    private final Tools tools;

    @Spec
    private CommandSpec spec;

    Check(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() {
        var findings = tools.findings();
        findings.forEach(finding -> spec.commandLine().getOut().println((finding.fine() ? "fine   " : "WRONG  ") + finding.text()));
        return findings.stream().allMatch(Finding::fine) ? 0 : 1;
    }
}
