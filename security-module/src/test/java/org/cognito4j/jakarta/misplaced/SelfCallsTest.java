package org.cognito4j.jakarta.misplaced;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.cognito4j.SettingFault;
import org.cognito4j.jakarta.access.RequiresClaim;
import org.cognito4j.jakarta.access.RequiresScope;
import org.cognito4j.jakarta.application.ClassFile;
import org.cognito4j.jakarta.application.MethodCalls;
import org.cognito4j.jakarta.security.CognitoExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelfCallsTest {

    private final List<SettingFault> faults = new ArrayList<>();
    private final List<SettingFault> doubts = new ArrayList<>();

    static class Plain {
        public String find() {
            return secret();
        }

        @RequiresScope("read")
        String secret() {
            return "";
        }
    }

    static class Claiming {
        public String find() {
            return secret();
        }

        @RequiresClaim(name = "tier", value = "gold")
        @RequiresClaim(name = "tenant")
        String secret() {
            return "";
        }
    }

    static class Switching {
        public String find(String which, int number) {
            long wide = 5_000_000_000L;
            switch (which) {
                case "a", "b", "c" -> wide++;
                default -> wide--;
            }
            return switch (number) {
                case 1, 2, 3 -> secret();
                case 1_000_000 -> "" + wide;
                default -> "none";
            };
        }

        @RolesAllowed("read")
        public String secret() {
            return "";
        }
    }

    static class InLambda {
        public Callable<String> find() {
            return () -> helper();
        }

        private String helper() {
            Supplier<String> secret = this::secret;
            return secret.get();
        }

        @DenyAll
        protected String secret() {
            return "";
        }
    }

    abstract static class Template {
        public String find() {
            return "<" + secret() + ">";
        }

        abstract String secret();
    }

    static class OfTemplate extends Template {
        @Override
        @RequiresScope("read")
        String secret() {
            return "";
        }
    }

    interface Defaulted {
        default String find() {
            return secret();
        }

        @RequiresScope("read")
        String secret();
    }

    static class OfInterface implements Defaulted {
        @Override
        public String secret() {
            return "";
        }
    }

    @RolesAllowed("read")
    static class Permitting {
        @PermitAll
        public String find() {
            return secret();
        }

        public String secret() {
            return "";
        }
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Claiming.class,
                Plain.class,
                Switching.class,
                InLambda.class,
                OfTemplate.class,
                OfInterface.class,
                Permitting.class
            })
    void finds_an_open_method_that_calls_a_protected_one(Class<?> bean) {
        find(bean);

        assertThat(faults)
                .singleElement()
                .asString()
                .contains(bean.getName() + ".secret", "when find calls it on the same object", "Annotate find");
        assertThat(doubts).isEmpty();
    }

    static class OtherRequirement {
        @RequiresScope("read")
        public String find() {
            return secret();
        }

        @RequiresScope("admin")
        public String secret() {
            return "";
        }
    }

    static class InjectedIntoItself {
        @Nullable InjectedIntoItself self;

        public @Nullable String find() {
            return self == null ? null : self.secret();
        }

        @RequiresScope("read")
        public String secret() {
            return "";
        }
    }

    static class LookedUp {
        @Nullable Instance<LookedUp> self;

        public @Nullable String find() {
            return self == null ? null : self.get().secret();
        }

        @RequiresScope("read")
        public String secret() {
            return "";
        }
    }

    @Path("/orders")
    static class Resource {
        @GET
        public String find() {
            return secret();
        }

        @GET
        @Path("/secret")
        @RolesAllowed("read")
        public String secret() {
            return "";
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {OtherRequirement.class, InjectedIntoItself.class, LookedUp.class, Resource.class})
    void doubts_a_call_that_may_be_meant_or_pass_an_interceptor(Class<?> bean) {
        find(bean);

        assertThat(faults).isEmpty();
        assertThat(doubts).singleElement().asString().contains(bean.getName() + ".secret", "when find calls it");
    }

    @RequiresScope("read")
    static class OneRequirement {
        public String find() {
            return helper() + secret() + other().secret();
        }

        private String helper() {
            return secret();
        }

        private OneRequirement other() {
            return this;
        }

        public String secret() {
            return find();
        }
    }

    static class Overriding extends Plain {
        @Override
        @RequiresScope("admin")
        String secret() {
            return super.secret();
        }

        @Override
        @RequiresScope("admin")
        public String find() {
            return secret();
        }
    }

    static class Prepared {
        Prepared() {
            secret();
        }

        @PostConstruct
        void prepare() {
            secret();
        }

        @RequiresScope("read")
        String secret() {
            return "";
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {OneRequirement.class, Overriding.class, Prepared.class, String.class})
    void allows_calls_of_methods_that_require_the_same_and_calls_of_the_container(Class<?> bean) {
        find(bean);

        assertThat(faults).isEmpty();
        assertThat(doubts).isEmpty();
    }

    @Test
    void reads_every_class_file_of_the_tests_and_of_the_module() throws Exception {
        for (Class<?> type : List.of(SelfCallsTest.class, CognitoExtension.class, ClassFile.class, MethodCalls.class)) {
            try (var in = type.getResourceAsStream(type.getName().replaceFirst(".*\\.", "") + ".class")) {
                assertThat(in).isNotNull();
                assertThat(MethodCalls.in(in).calls()).isNotEmpty();
            }
        }
    }

    private void find(Class<?> bean) {
        SelfCalls.find(List.of(bean), faults, doubts);
    }
}
