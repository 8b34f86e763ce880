package org.cognito4j.jakarta.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Specializes;
import jakarta.enterprise.inject.Stereotype;
import jakarta.enterprise.inject.Typed;
import jakarta.enterprise.inject.Vetoed;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.BasicAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.cognito4j.InvalidSettings;
import org.cognito4j.jakarta.AuthenticatorFinding;
import org.cognito4j.jakarta.container.ContainerAuthentication;
import org.cognito4j.jakarta.container.DeclaredLogin;
import org.cognito4j.jakarta.fake.FakeServlets;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Applications with mechanisms in every style, as CDI shows them. */
class AuthenticatorFindingTest {

    private final FakeServlets servlets = new FakeServlets();

    @Test
    void is_the_module_where_there_is_nothing_else() {
        servlets.displayName = "Orders";

        AuthenticatorFinding finding = find(true, Desk.class);

        assertThat(finding.isModule()).isTrue();
        assertThat(finding.headline(servlets.context()))
                .isEqualTo("cognito4j protects this application: \"/fake\" (Orders)");
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Unselected.class,
                Forgotten.class,
                TypedOtherwise.class,
                UnselectedByStereotype.class,
                OfModule.class,
                Specialized.class
            })
    void is_the_module_beside_what_is_no_mechanism_or_a_subclass(Class<?> application) {
        assertThat(find(true, application).isModule()).isTrue();
    }

    @Test
    void is_the_module_s_subclass_where_the_application_has_one() {
        assertThat(find(true, OfModule.class).description()).contains("subclass");
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Own.class,
                Selected.class,
                Maker.class,
                FieldMaker.class,
                TypedAsMechanism.class,
                Defined.class,
                DefinedTwice.class,
                DefinedByStereotype.class
            })
    void ends_the_deployment_where_another_mechanism_is_asked(Class<?> application) {
        assertThatThrownBy(() -> find(true, application))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("cognito.authentication: is required, but ")
                .hasMessageContaining(application.getSimpleName())
                .hasMessageContaining("\"/fake\"")
                .hasMessageContaining("cognito.authentication=off");
    }

    @Test
    void ends_the_deployment_where_an_extension_adds_another_mechanism() {
        assertThatThrownBy(() -> find(true, new Adding(), Desk.class))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining(Adding.class.getName())
                .hasMessageContaining("the container asks only one");
    }

    @Test
    void is_a_mechanism_that_hands_tokens_to_the_module_s_store() {
        AuthenticatorFinding finding = find(true, Handing.class);

        assertThat(finding.isModule()).isFalse();
        assertThat(finding.hasCallers()).isTrue();
        assertThat(finding.description()).contains(Handing.class.getName(), "CognitoCredential");
        assertThat(finding.headline(servlets.context())).startsWith("cognito4j does not authenticate");
    }

    @Test
    void is_another_mechanism_where_the_settings_say_that_it_is_meant() {
        System.setProperty("cognito.authentication", "off");
        try {
            AuthenticatorFinding finding = find(false, Own.class);

            assertThat(finding.isModule()).isFalse();
            assertThat(finding.hasCallers()).isFalse();
            assertThat(finding.description()).contains(Own.class.getName());
            assertThat(find(false, Desk.class).isModule()).isFalse();
        } finally {
            System.clearProperty("cognito.authentication");
        }
    }

    @Test
    void ends_the_deployment_where_the_setting_comes_too_late() {
        assertThatThrownBy(() -> find(false, Desk.class)).hasMessageContaining("is set to off in web.xml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BASIC", "FORM", "DIGEST", "CLIENT-CERT", "MP-JWT"})
    void ends_the_deployment_where_the_web_xml_has_the_server_authenticate(String method) {
        servlets.webXml = "<web-app><login-config><auth-method>" + method + "</auth-method></login-config></web-app>";

        assertThatThrownBy(() -> find(true, Desk.class))
                .hasMessageContaining("<login-config> with " + method + " in web.xml")
                .hasMessageContaining("cognito.authentication");
    }

    @Test
    void ends_the_deployment_where_the_server_says_that_it_authenticates() {
        ContainerAuthentication.noteServerAuthentication(servlets.context(), "the security handler of Jetty");

        assertThatThrownBy(() -> find(true, Desk.class)).hasMessageContaining("the security handler of Jetty");
    }

    @Test
    void leaves_an_application_alone_that_only_calls_others() {
        System.setProperty("cognito.client.client-id", "abc");
        try {
            CognitoExtension extension = new CognitoExtension();
            try (WeldContainer beans = container(extension, null, Desk.class)) {
                assertThat(extension.hasMechanism()).isFalse();
                assertThat(OtherMechanisms.hasModule(beans.getBeanManager())).isFalse();
            }
        } finally {
            System.clearProperty("cognito.client.client-id");
        }
    }

    private AuthenticatorFinding find(boolean isRequired, Class<?>... application) {
        return find(isRequired, null, application);
    }

    private AuthenticatorFinding find(boolean isRequired, @Nullable Extension other, Class<?>... application) {
        CognitoExtension extension = new CognitoExtension();
        try (WeldContainer container = container(extension, other, application)) {
            assertThat(container.isRunning()).isTrue();
            return extension.authenticatorOf(
                    AuthenticatorFinding.nameOf(servlets.context()), DeclaredLogin.of(servlets.context()), isRequired);
        }
    }

    private static WeldContainer container(
            CognitoExtension extension, @Nullable Extension other, Class<?>... application) {
        Weld weld = new Weld().disableDiscovery().addExtension(extension).addBeanClasses(Handler.class);
        if (other != null) {
            weld.addExtension(other);
        }
        return weld.addBeanClasses(application).initialize();
    }

    @ApplicationScoped
    static class Desk {}

    @ApplicationScoped
    static class Handler implements IdentityStoreHandler {
        @Override
        public CredentialValidationResult validate(Credential credential) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
    }

    static class Mechanism implements HttpAuthenticationMechanism {
        @Override
        public AuthenticationStatus validateRequest(
                HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
            return context.doNothing();
        }
    }

    @ApplicationScoped
    static class Own extends Mechanism {}

    @RequestScoped
    static class Handing implements HttpAuthenticationMechanism {
        @Override
        public AuthenticationStatus validateRequest(
                HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
            return new CognitoCredential("x").isValid() ? AuthenticationStatus.SUCCESS : context.doNothing();
        }
    }

    @Alternative
    @ApplicationScoped
    static class Unselected extends Mechanism {}

    @Alternative
    @Priority(1)
    @ApplicationScoped
    static class Selected extends Mechanism {}

    @Vetoed
    @ApplicationScoped
    static class Forgotten extends Mechanism {}

    @Typed(Desk.class)
    @ApplicationScoped
    static class TypedOtherwise extends Desk implements HttpAuthenticationMechanism {
        @Override
        public AuthenticationStatus validateRequest(
                HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
            return context.doNothing();
        }
    }

    @Typed(HttpAuthenticationMechanism.class)
    @ApplicationScoped
    static class TypedAsMechanism extends Mechanism {}

    @ApplicationScoped
    static class OfModule extends CognitoAuthenticationMechanism {}

    @Specializes
    @ApplicationScoped
    static class Specialized extends CognitoAuthenticationMechanism {}

    @ApplicationScoped
    static class Maker {
        @Produces
        @ApplicationScoped
        HttpAuthenticationMechanism mechanism() {
            return new Mechanism();
        }
    }

    @ApplicationScoped
    static class FieldMaker {
        @Produces
        Mechanism mechanism = new Mechanism();
    }

    @BasicAuthenticationMechanismDefinition
    @ApplicationScoped
    static class Defined {}

    @BasicAuthenticationMechanismDefinition.List({
        @BasicAuthenticationMechanismDefinition,
        @BasicAuthenticationMechanismDefinition(realmName = "another")
    })
    @ApplicationScoped
    static class DefinedTwice {}

    @Stereotype
    @BasicAuthenticationMechanismDefinition
    @Retention(RetentionPolicy.RUNTIME)
    @interface WithPasswords {}

    @WithPasswords
    @ApplicationScoped
    static class DefinedByStereotype {}

    @Stereotype
    @Alternative
    @Retention(RetentionPolicy.RUNTIME)
    @interface ForTests {}

    @ForTests
    @ApplicationScoped
    static class UnselectedByStereotype extends Mechanism {}

    /** Adds a mechanism as a bean that no class stands for. */
    static final class Adding implements Extension {
        void add(@Observes AfterBeanDiscovery discovery) {
            discovery
                    .<HttpAuthenticationMechanism>addBean()
                    .addType(HttpAuthenticationMechanism.class)
                    .scope(ApplicationScoped.class)
                    .createWith(context -> new Mechanism());
        }
    }
}
