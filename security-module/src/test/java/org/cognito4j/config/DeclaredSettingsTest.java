package org.cognito4j.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cognito4j.DeclaredPoolSettings;
import org.cognito4j.client.DeclaredClientSettings;
import org.cognito4j.fault.Fault;
import org.cognito4j.fault.FaultServer;
import org.cognito4j.jakarta.security.CognitoAuthenticationMechanismDefinition;
import org.cognito4j.jakarta.security.CognitoAuthenticationMechanismDefinition.AppClient;
import org.cognito4j.jakarta.security.CognitoAuthenticationMechanismDefinition.Pool;
import org.cognito4j.setting.Setters;
import org.cognito4j.setting.Setting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each declared setting is in the documents and in the annotation, in the words of its declaration, and nothing else is. */
class DeclaredSettingsTest {

    private static final String DEFINITION = CognitoAuthenticationMechanismDefinition.class.getSimpleName();

    /** A member with the documentation before it. */
    private static final Pattern MEMBER = Pattern.compile(
            "/\\*\\*(?<text>(?:(?!\\*/).)*?)\\*/\\s*(?:String|String\\[]) (?<name>\\w+)\\(\\) default", Pattern.DOTALL);

    private FaultServer server;

    @BeforeEach
    void start() throws IOException {
        server = new FaultServer(Fault.ok(new byte[] {'\n'}));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @TempDir
    private Path folder;

    static Stream<Setting<?>> ofService() {
        return Stream.concat(ofPools(), ofApplication());
    }

    static Stream<Setting<?>> ofPools() {
        return DeclaredPoolSettings.ALL.all().stream();
    }

    static Stream<Setting<?>> ofApplication() {
        return DeclaredApplicationSettings.ALL.all().stream();
    }

    static Stream<Setting<?>> ofClients() {
        return DeclaredClientSettings.ALL.all().stream();
    }

    @ParameterizedTest
    @MethodSource("ofService")
    void has_its_row_in_the_readme(Setting<?> setting) throws IOException {
        assertRow(Path.of("..", "README.md"), "cognito." + setting.key(), "cognito.", setting);
    }

    @ParameterizedTest
    @MethodSource("ofClients")
    void has_its_row_in_the_guide_for_callers(Setting<?> setting) throws IOException {
        assertRow(Path.of("..", "docs", "calling-an-api.md"), setting.key(), "", setting);
    }

    @Test
    void are_named_in_the_readme_if_all_pools_may_share_them() throws IOException {
        String row = Files.readAllLines(Path.of("..", "README.md")).stream()
                .filter(line -> line.startsWith("| `cognito.pool.<name>.…` |"))
                .findFirst()
                .orElseThrow();
        List<String> named = Pattern.compile("`([^`]+)`")
                .matcher(row)
                .results()
                .map(word -> word.group(1))
                .skip(1)
                .toList();

        assertThat(named).containsExactlyInAnyOrderElementsOf(SettingKeys.sharedByPools());
    }

    private static void assertRow(Path page, String key, String prefix, Setting<?> setting) throws IOException {
        String row = "| `" + key + "` | " + setting.shownDefault(prefix) + " | " + setting.meaning();
        List<String> rows = Files.readAllLines(page);
        assertThat(rows.stream().filter(line -> line.startsWith(row)))
                .as("%s needs one row for this setting that begins with%n%s%n", page, row)
                .hasSize(1);
        String text =
                rows.stream().filter(line -> line.startsWith(row)).findFirst().orElseThrow();
        assertThat(setting.type().choices())
                .filteredOn(word -> !List.of("true", "false").contains(word))
                .as("words of the setting that its row in %s does not explain", page)
                .allMatch(word -> text.contains("`" + word + "`") || isExplained(setting, text));
    }

    /** A word that is the opposite of the explained one needs no explanation of its own. */
    private static boolean isExplained(Setting<?> setting, String row) {
        return setting.type().choices().size() == 2
                && setting.type().choices().stream().anyMatch(word -> row.contains("`" + word + "`: "));
    }

    @ParameterizedTest
    @MethodSource("ofApplication")
    void of_an_application_is_read_from_configuration(Setting<?> setting) throws IOException {
        Map<String, String> texts = new HashMap<>(Map.of(
                "cognito.user-pool-id", "eu-west-1_AbCdEfGhI",
                "cognito.client-ids", "abc",
                "cognito.allow-loopback-http", "true",
                "cognito.resource-url", "https://api.example.com"));
        texts.put("cognito." + setting.key(), example(setting));

        ServiceSettings settings =
                ServiceSettingsReader.read(Configuration.of(List.of(ConfigurationSource.of("test", texts))));

        assertThat(Setters.written(setting, settings.values()))
                .as("%s, read by ServiceSettingsReader", setting)
                .isEqualTo(example(setting));
    }

    /** A policy has to be there. */
    private String example(Setting<?> setting) throws IOException {
        if (setting == DeclaredApplicationSettings.POLICY_FILE) {
            return Files.writeString(folder.resolve("policy.properties"), "").toString();
        }
        return setting == DeclaredApplicationSettings.POLICY_URL
                ? server.address("/policy").toString()
                : setting.example();
    }

    @ParameterizedTest
    @MethodSource("ofService")
    void is_a_member_of_the_annotation_or_says_why_not(Setting<?> setting) {
        String message = setting + " needs the member " + setting.memberName() + "() in " + DEFINITION
                + ", or outsideOfAnnotation(…) in its declaration";
        if (setting.isNamed()) {
            assertThat(namedMember(setting).isPresent())
                    .as(message)
                    .isEqualTo(setting.outsideOfAnnotation().isEmpty());
        } else {
            assertThat(members(CognitoAuthenticationMechanismDefinition.class).contains(setting.memberName()))
                    .as(message)
                    .isEqualTo(setting.outsideOfAnnotation().isEmpty());
        }
        assertThat(setting.outsideOfAnnotation().filter(String::isBlank))
                .as("reason")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ofPools")
    void of_a_pool_is_a_member_of_the_annotation_for_further_pools(Setting<?> setting) {
        String name = setting.isNamed() ? setting.key().split("\\.")[0] : setting.memberName();

        boolean isMember = members(Pool.class).contains(name)
                && (!setting.isNamed() || namedMember(setting).isPresent());
        assertThat(isMember)
                .as(
                        "%s needs the member %s() in %s.Pool, or outsideOfAnnotation(…) in its declaration",
                        setting, name, DEFINITION)
                .isEqualTo(setting.outsideOfAnnotation().isEmpty());
    }

    /** {@code clients."<id>".name} is {@code name} in {@code AppClient}; {@code roles."<role>"} is {@code roles}. */
    private static Optional<String> namedMember(Setting<?> setting) {
        String[] parts = setting.key().split("\\.");
        boolean ofClient = parts[0].equals("clients");
        Set<String> members = members(ofClient ? AppClient.class : CognitoAuthenticationMechanismDefinition.class);
        return Optional.of(ofClient ? parts[2] : parts[0]).filter(members::contains);
    }

    @Test
    void has_no_member_without_a_declaration() {
        Set<String> pool = memberNames(ofPools());
        Set<String> all = memberNames(ofService());
        all.addAll(List.of("roles", "clients", "pools"));
        pool.addAll(List.of("roles", "clients", "name"));

        assertThat(members(CognitoAuthenticationMechanismDefinition.class)).isSubsetOf(all);
        assertThat(members(Pool.class)).isSubsetOf(pool);
    }

    @ParameterizedTest
    @MethodSource("ofService")
    void is_documented_in_the_annotation_in_the_words_of_its_declaration(Setting<?> setting) throws IOException {
        if (setting.isNamed() || setting.outsideOfAnnotation().isPresent()) {
            return; // has no member that is called like it, which another test requires to be said
        }
        List<String> prefixes = ofPools().anyMatch(setting::equals) ? List.of("", "pool.<name>.") : List.of("");
        Map<String, String> documented = documentation();
        for (String prefix : prefixes) {
            String sentence = sentence(setting) + ": {@code cognito." + prefix + setting.key() + "}.";
            assertThat(documented.get(prefix + setting.memberName()))
                    .as(
                            "The documentation of %s() in %s has to begin with%n%s%n",
                            setting.memberName(), DEFINITION, sentence)
                    .startsWith(sentence);
            assertThat(setting.type().choices())
                    .as("words that the documentation of %s() has to name", setting.memberName())
                    .allMatch(word ->
                            documented.get(prefix + setting.memberName()).contains("{@code " + word + "}"));
        }
    }

    private static String sentence(Setting<?> setting) {
        String meaning = setting.meaning();
        return (Character.toUpperCase(meaning.charAt(0)) + meaning.substring(1)).replaceAll("`([^`]*)`", "{@code $1}");
    }

    /** The documentation of each member; those of further pools have the prefix of such a pool. */
    private static Map<String, String> documentation() throws IOException {
        Path source = Path.of(
                "src",
                "main",
                "java",
                CognitoAuthenticationMechanismDefinition.class.getName().replace('.', '/') + ".java");
        String text = Files.readString(source);
        int pools = text.indexOf("@interface Pool ");
        int clients = text.indexOf("@interface AppClient ");
        assertThat(List.of(0, pools, clients)).isSorted().doesNotHaveDuplicates();
        Map<String, String> documentation = new LinkedHashMap<>();
        Matcher members = MEMBER.matcher(text.substring(0, clients));
        while (members.find()) {
            String prefix = members.start() > pools ? "pool.<name>." : "";
            documentation.put(
                    prefix + members.group("name"),
                    members.group("text").replaceAll("\\s*\n\\s*\\* ?", " ").strip());
        }
        return documentation;
    }

    private static Set<String> memberNames(Stream<Setting<?>> settings) {
        return settings.filter(setting -> !setting.isNamed())
                .map(Setting::memberName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> members(Class<?> annotation) {
        Set<String> members = new TreeSet<>();
        for (Method method : annotation.getDeclaredMethods()) {
            members.add(method.getName());
        }
        return members;
    }
}
