package org.cognito4j.jakarta.misplaced;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;
import org.cognito4j.SettingFault;
import org.cognito4j.jakarta.access.RequiresClaim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimPlacesTest {

    @Path("tenants/{tenantId}")
    static class Right {

        @GET
        @RequiresClaim(name = "tenant", path = "tenantId")
        public String get() {
            return "";
        }

        @GET
        @Path("items/{item : \\d{1,3}}")
        @RequiresClaim(name = "tenant", path = "item")
        public String item() {
            return "";
        }

        @Path("sub")
        public Sub sub() {
            return new Sub();
        }
    }

    static class Sub {

        @GET
        @RequiresClaim(name = "tenant", path = "tenantId")
        public String get() {
            return "";
        }
    }

    @Path("tenants/{tenantId}")
    static class OnMethod {

        @GET
        @Path("{item: [a-z]+}")
        @RequiresClaim(name = "tenant", path = "tenant")
        public String get() {
            return "";
        }
    }

    @Path("tenants/{tenantId}")
    @RequiresClaim(name = "tenant", path = "tenant")
    static class OnClass {

        @GET
        public String get() {
            return "";
        }

        public String helper() {
            return "";
        }
    }

    @RequiresClaim(name = "tenant", path = "tenant")
    interface Api {

        @GET
        String get();
    }

    @Path("tenants/{tenantId}")
    static class OfInterface implements Api {

        @Override
        public String get() {
            return "";
        }
    }

    static class Guarded {

        @GET
        @RequiresClaim(name = "tenant", path = "tenant")
        public String get() {
            return "";
        }
    }

    @Path("tenants/{tenantId}")
    static class Overriding extends Guarded {

        @Override
        public String get() {
            return "";
        }
    }

    @Path("tenants/{tenantId}")
    static class OnHelper {

        @GET
        public String get() {
            return "";
        }

        @RequiresClaim(name = "tenant", path = "tenantId")
        public String helper() {
            return "";
        }
    }

    static class Bean {

        @RequiresClaim(name = "tenant", path = "tenantId")
        public String helper() {
            return "";
        }
    }

    @RequiresClaim(name = "tenant", path = "tenantId")
    static class BeanByClass {

        public String helper() {
            return "";
        }
    }

    static class Members {

        @RequiresClaim(name = " ")
        public void name() {}

        @RequiresClaim(
                name = "a",
                value = {"b", ""})
        public void value() {}

        @RequiresClaim(
                name = "a",
                value = {"b", "*"})
        public void star() {}

        @RequiresClaim(name = "a", value = "*")
        public void right() {}
    }

    @Path("tenants/{tenantId}")
    static class Both {

        @GET
        @RequiresClaim(name = "tenant", path = "tenantId", value = "acme")
        public String get() {
            return "";
        }
    }

    @Test
    void are_right_on_resources_whose_template_has_the_parameter() {
        assertThat(faults(Right.class, Sub.class)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "OnMethod, get, tenants/{tenantId}/{item: [a-z]+}",
        "OnClass, get, tenants/{tenantId}/",
        "OfInterface, get, tenants/{tenantId}/",
        "Overriding, get, tenants/{tenantId}/"
    })
    void name_method_and_template_of_a_parameter_that_is_not_there(String type, String method, String template)
            throws Exception {
        Class<?> resource = Class.forName(ClaimPlacesTest.class.getName() + "$" + type);

        assertThat(faults(resource))
                .singleElement()
                .asString()
                .contains("\"tenant\"", resource.getName() + "." + method, "\"" + template + "\"");
    }

    @ParameterizedTest
    @CsvSource({"OnHelper", "Bean", "BeanByClass"})
    void end_the_deployment_with_a_path_elsewhere(String type) throws Exception {
        Class<?> bean = Class.forName(ClaimPlacesTest.class.getName() + "$" + type);

        assertThat(faults(bean))
                .singleElement()
                .asString()
                .contains("no method of a JAX-RS resource", bean.getName() + ".helper");
    }

    @Test
    void end_the_deployment_with_blank_or_contradictory_members() {
        assertThat(faults(Members.class, Both.class))
                .extracting(SettingFault::toString)
                .satisfiesExactlyInAnyOrder(
                        fault -> assertThat(fault).contains("blank name", "$Members.name"),
                        fault -> assertThat(fault).contains("blank value", "Members.value"),
                        fault -> assertThat(fault).contains("*", "Members.star"),
                        fault -> assertThat(fault).contains("both path and value", "Both.get"));
    }

    private static List<SettingFault> faults(Class<?>... types) {
        List<SettingFault> faults = new ArrayList<>();
        ClaimPlaces.find(List.of(types), faults);
        return faults;
    }
}
