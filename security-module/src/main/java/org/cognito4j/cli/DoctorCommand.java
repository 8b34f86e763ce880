package org.cognito4j.cli;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.cognito4j.InvalidSettings;
import org.cognito4j.TokenVerifier;
import org.cognito4j.VerifierSettings;
import org.cognito4j.client.ClientSettings;
import org.cognito4j.config.ClientsSettingsReader;
import org.cognito4j.config.Configuration;
import org.cognito4j.config.ServiceSettings;
import org.cognito4j.config.ServiceSettingsReader;
import org.cognito4j.config.SettingWarnings;
import org.cognito4j.net.Transport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks a configuration. */
@Command(
        name = "doctor",
        description = {
            "Checks a configuration: the settings themselves, the pool and its issuers, whether its keys can be had"
                    + " and used, and this machine's clock against the server's.",
            ""
        },
        sortOptions = false,
        footerHeading = "%nExample:%n",
        footer = "  java -jar <drop-in jar> doctor --config app.war --role orders.read",
        exitCodeListHeading = ExitCodes.HEADING,
        exitCodeList = {ExitCodes.GOOD_TEXT, ExitCodes.FAULT_TEXT, ExitCodes.USAGE_TEXT, ExitCodes.FAILURE_TEXT})
final class DoctorCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private CommandSpec command;

    @Mixin
    private SettingsOption settings = new SettingsOption();

    @Option(
            names = "--role",
            paramLabel = "<role>",
            description = "A role that resources ask for: is there a scope that gives it? May be given several times.")
    private List<String> roles = List.of();

    @Option(
            names = "--check-clients",
            description = "Ask for a token with each client secret under cognito.client. Amazon bills token requests.")
    private boolean checkClients;

    @Option(
            names = "--client",
            paramLabel = "<name>",
            description = "Check cognito.client.<name> too, which stands in environment variables alone.")
    private List<String> clients = List.of();

    @Option(
            names = "--url",
            paramLabel = "<address>",
            description = {
                "Call an API as a client does that knows only its address: the 401, the metadata of the resource and of the"
                        + " authorization server, a token, the call. Needs no settings.",
                "With --client a token is asked for by cognito.client.<name>, and sent to this address."
            })
    private @Nullable URI url;

    @Mixin
    private OutputOptions output = new OutputOptions();

    DoctorCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        TypedNames.requireNoToken(roles, "--role", command);
        TypedNames.requireNoToken(clients, "--client", command);
        if (url != null && (url.getHost() == null || Transport.of(url) == Transport.UNSAFE)) {
            throw new UsageMistake.Refused(
                    command.commandLine(), "--url needs an https address, or an http address of this machine.");
        }
        Configuration configuration = settings.configuration();
        try {
            return new DoctorReport(check(configuration)).print(terminal, output.json());
        } catch (InvalidSettings e) {
            return new FaultyReport(e.faults()).print(terminal, output.json());
        }
    }

    private List<Finding> check(Configuration configuration) {
        List<Finding> findings = new ArrayList<>();
        if (url != null) {
            findings.addAll(walk(url, configuration));
        }
        if (url == null || configuration.hasMoreThanClients()) {
            findings.addAll(checkSettings(configuration));
        }
        return findings;
    }

    private List<Finding> walk(URI address, Configuration configuration) {
        Optional<ClientSettings> client = clients.stream()
                .findFirst()
                .map(name -> ClientsSettingsReader.read(configuration, Set.of(name))
                        .clients()
                        .get(name));
        try (AgentWalk walk = new AgentWalk(address, client)) {
            return walk.run();
        }
    }

    private List<Finding> checkSettings(Configuration configuration) {
        List<Finding> findings = new ArrayList<>();
        if (!configuration.isForCallingOnly()) {
            ServiceSettings service = ServiceSettingsReader.read(configuration);
            List<VerifierSettings> pools = service.pools();
            requireOneAnother(configuration);
            SettingWarnings.in(configuration, service)
                    .forEach(warning -> findings.add(Finding.warning("settings", warning, "See above")));
            settings.profileKeys()
                    .forEach(key -> findings.add(Finding.warning(
                            "settings",
                            key
                                    + " has no effect here: profiles need MicroProfile Config, and its profile to be active",
                            "Set the key without a profile, or see that the server has MicroProfile Config")));
            findings.add(Finding.good("settings", pools.size() == 1 ? "can be read" : pools.size() + " pools"));
            service.changingPolicy().ifPresent(policy -> findings.add(PolicyChecks.of(policy)));
            service.usageFile().ifPresent(file -> findings.add(UsageFileChecks.of(file)));
            for (VerifierSettings pool : pools) {
                String prefix = configuration.prefixFor(pool.userPool().id());
                findings.addAll(new PoolChecks(pool, prefix, terminal.clock()).run());
            }
            findings.addAll(new RoleChecks(pools).run(roles));
            settings.archives()
                    .forEach(archive -> findings.addAll(OpenResourceChecks.run(archive, service.requireToken())));
        }
        if (checkClients || !clients.isEmpty() && url == null) {
            findings.addAll(new ClientChecks(configuration).run(clients));
        }
        return findings;
    }

    /** What a start would find wrong with several pools together, and with pinned files. */
    private void requireOneAnother(Configuration configuration) {
        TokenVerifier.of(
                        ServiceSettingsReader.read(SettingsOption.withoutKeyCheckAtStart(configuration))
                                .pools(),
                        terminal.clock())
                .close();
    }
}
