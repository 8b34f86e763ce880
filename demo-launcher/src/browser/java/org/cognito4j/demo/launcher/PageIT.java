package org.cognito4j.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.cognito4j.demo.launcher.Demo.Service;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** The story that the demo's page tells, by clicks and by keys. */
class PageIT {

    private static final int DESK = 1280;
    private static final int PHONE = 390;

    private static Demo demo;

    @BeforeAll
    static void start() throws Exception {
        demo = Demo.start(service("demo.war"), service("demo.billing.war"), Path.of("pool.yaml"), 0);
    }

    private static Service service(String war) {
        return new Service(Path.of(System.getProperty(war)), 0);
    }

    @AfterAll
    static void stop() {
        demo.close();
    }

    @Test
    void a_token_opens_what_its_scopes_allow() throws Exception {
        try (Browser browser = atTheDesk()) {
            getToken(browser, "shop", "GENUINE");
            assertThat(browser.texts("#claim-rows th")).contains("client_id", "scope", "token_use", "exp");
            assertThat(browser.texts("#header-rows th")).containsExactlyInAnyOrder("kid", "alg");

            browser.click("#call-all");

            browser.awaitText("#calls-status", "6 of 6 calls passed");
            assertThat(statuses(browser)).containsExactly("200", "200", "200", "200", "200", "201");
            assertThat(browser.text("#known-as")).contains(demo.client("shop").clientId(), "orders.read, orders.write");
            assertThat(browser.complaints()).isEmpty();
            browser.screenshot("genuine");
        }
    }

    @Test
    void the_figures_count_what_the_page_did() throws Exception {
        try (Browser browser = atTheDesk()) {
            getToken(browser, "shop", "GENUINE");
            browser.click("#call-all");
            browser.awaitText("#calls-status", "6 of 6 calls passed");

            assertThat(browser.texts("#figure-list dt"))
                    .contains("Accepted", "Refused", "Cache hits", "Cache misses", "Keys", "Key age");
            assertThat(browser.texts("#figure-list dd")).contains("FRESH");
        }
    }

    @Test
    void the_table_shows_who_called_and_what_a_client_does_not_need() throws Exception {
        try (Browser browser = atTheDesk()) {
            assertThat(browser.texts("#usage thead th"))
                    .containsExactly("App client", "Calls", "Refused, by reason", "Unused scopes");
            getToken(browser, "auditor", "GENUINE");
            browser.click("#call-all");
            browser.awaitText("#calls-status", "4 of 6");

            browser.awaitText("#usage-rows", "orders.audit");
            assertThat(browser.text("#usage caption")).isEqualTo("Who called");
            assertThat(browser.texts("#usage-rows th")).contains("shop", "auditor", "billing", "other");
            assertThat(browser.texts("#usage-rows tr").stream().filter(row -> row.startsWith("auditor")))
                    .singleElement()
                    .asString()
                    .contains("insufficient-scope", "orders.audit");
            browser.assertAccessible();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void a_client_that_is_cut_off_is_refused_with_the_next_call() throws Exception {
        try (Browser browser = atTheDesk()) {
            getToken(browser, "auditor", "GENUINE");
            browser.click("#call-all");
            browser.awaitText("#calls-status", "4 of 6");
            assertThat(browser.text("#cut-off")).isEqualTo("Cut auditor off");

            browser.click("#cut-off");
            browser.awaitText("#cut-status", "auditor was cut off");
            browser.click("#call-all");

            browser.awaitText("#calls-status", "0 of 6");
            assertThat(browser.texts("#answer-rows td:last-child"))
                    .allSatisfy(decision -> assertThat(decision).contains("client-denied"));
            browser.assertAccessible();
            browser.screenshot("cut-off");

            assertThat(browser.text("#cut-off")).isEqualTo("Let auditor in again");
            browser.click("#cut-off");
            browser.awaitText("#cut-status", "auditor may call again");
            browser.click("#call-all");
            browser.awaitText("#calls-status", "4 of 6");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void a_client_that_is_not_accepted_need_not_be_cut_off() {
        try (Browser browser = atTheDesk()) {
            browser.click("input[value=stranger]");
            browser.click("#cut-off");

            browser.awaitText("#cut-status", "is not one of client-ids");
            assertThat(browser.text("#cut-off")).isEqualTo("Cut stranger off");
        }
    }

    @Test
    void a_reader_is_told_which_scope_it_lacks() {
        try (Browser browser = atTheDesk()) {
            getToken(browser, "auditor", "GENUINE");

            browser.click("#call-all");

            browser.awaitText("#calls-status", "4 of 6");
            assertThat(statuses(browser)).containsExactly("200", "200", "200", "403", "200", "403");
            assertThat(browser.texts("#answer-rows td:last-child").get(5))
                    .contains("insufficient-scope", "https://orders.example.com/orders.write");
        }
    }

    @Test
    void the_pool_refuses_scopes_that_a_client_may_not_ask_for() {
        try (Browser browser = atTheDesk()) {
            browser.click("input[value=auditor]");
            browser.click("input[value='https://orders.example.com/orders.write']");
            browser.click("#wish button");

            browser.awaitText("#wish-answer", "invalid_scope");
            assertThat(browser.value("#token-text")).isEmpty();
        }
    }

    @Test
    void a_caller_without_a_token_is_asked_for_one() {
        try (Browser browser = atTheDesk()) {
            browser.click("#call-anonymously");

            browser.awaitText("#calls-status", "1 of 6 calls passed, without a token");
            assertThat(statuses(browser)).containsExactly("200", "401", "401", "401", "401", "401");
            assertThat(browser.texts("#answer-rows td:last-child").get(1)).contains("Bearer realm=\"orders\"");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "EXPIRED, token-expired",
        "OTHER_CLIENT, wrong-client",
        "ID_TOKEN, id-token",
        "USER_TOKEN, not-a-machine",
        "FORGED, bad-signature"
    })
    void an_odd_token_is_refused_everywhere_and_says_why(String kind, String reason) {
        try (Browser browser = atTheDesk()) {
            getToken(browser, "shop", kind);

            browser.click("#call-all");

            browser.awaitText("#calls-status", "0 of 6");
            assertThat(statuses(browser)).containsOnly("401");
            assertThat(browser.texts("#answer-rows td:last-child"))
                    .allSatisfy(decision -> assertThat(decision).contains(reason));
        }
    }

    @Test
    void a_changed_claim_no_longer_fits_the_signature() throws Exception {
        try (Browser browser = atTheDesk()) {
            getToken(browser, "auditor", "GENUINE");
            browser.choose("#claim-name", "scope");
            browser.replace("#claim-value", "https://orders.example.com/orders.write");
            browser.click("#tamper button");
            browser.awaitText("#token-hint", "Tampered");

            browser.click("#call-all");

            browser.awaitText("#calls-status", "0 of 6");
            assertThat(browser.texts("#answer-rows td:last-child"))
                    .allSatisfy(decision -> assertThat(decision).contains("bad-signature"));
            browser.screenshot("tampered");
        }
    }

    @Test
    void the_whole_story_works_by_keyboard() {
        try (Browser browser = atTheDesk()) {
            browser.type("input[value=shop]", Keys.ARROW_DOWN); // the auditor
            tabTo(browser, "Get the token");
            browser.focused().sendKeys(Keys.ENTER);
            browser.awaitText("#wish-answer", "auditor");
            tabTo(browser, "Call every resource");
            browser.focused().sendKeys(Keys.SPACE);
            browser.awaitText("#calls-status", "4 of 6");
        }
    }

    @ParameterizedTest
    @CsvSource({"light, 1280", "dark, 1280", "light, 390", "dark, 390"})
    void is_accessible_and_fits_in_every_window(String colours, int width) throws Exception {
        try (Browser browser = Browser.open(demo.address(), width, colours)) {
            browser.assertAccessible();
            getToken(browser, "auditor", "GENUINE");
            browser.click("#call-all");
            browser.awaitText("#calls-status", "4 of 6");
            browser.assertAccessible();
            assertThat(browser.overflow()).isZero();
            browser.screenshot((width == PHONE ? "phone-" : "desk-") + colours);
        }
    }

    private static Browser atTheDesk() {
        return Browser.open(demo.address(), DESK, "light");
    }

    private static void getToken(Browser browser, String caller, String kind) {
        browser.click("input[value=" + caller + "]");
        browser.choose("#kind", kind);
        browser.click("#wish button");
        browser.awaitText("#wish-answer", "Here it is");
    }

    private static void tabTo(Browser browser, String text) {
        for (int tabs = 0; tabs < 40 && !browser.focused().getText().equals(text); tabs++) {
            browser.focused().sendKeys(Keys.TAB);
        }
        assertThat(browser.focused().getText()).isEqualTo(text);
    }

    private static List<String> statuses(Browser browser) {
        return browser.texts("#answer-rows .status");
    }
}
