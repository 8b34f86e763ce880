package org.cognito4j.jakarta.misplaced;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;
import org.cognito4j.SettingFault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnterpriseViewsTest {

    interface View {

        @RolesAllowed("read")
        String find();
    }

    @DenyAll
    interface ClosedView {

        String find();
    }

    @Stateless
    static class OfMethod implements View {

        @Override
        public String find() {
            return "";
        }
    }

    @Singleton
    static class OfType implements ClosedView {

        @Override
        public String find() {
            return "";
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {OfMethod.class, OfType.class})
    void are_found_with_a_role_that_the_class_does_not_have(Class<?> bean) {
        assertThat(faults(bean))
                .singleElement()
                .asString()
                .contains(bean.getName() + ".find", "on the interface", "on the class of the bean");
    }

    @Stateless
    static class OnMethodToo implements View {

        @Override
        @RolesAllowed("read")
        public String find() {
            return "";
        }
    }

    @Stateless
    @RolesAllowed("read")
    static class OnClassToo implements View {

        @Override
        public String find() {
            return "";
        }
    }

    @ApplicationScoped
    static class OfCdi implements View {

        @Override
        public String find() {
            return "";
        }
    }

    @Stateless
    @Path("/orders")
    static class Resource implements View {

        @Override
        @GET
        public String find() {
            return "";
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {OnMethodToo.class, OnClassToo.class, OfCdi.class, Resource.class})
    void are_none_where_something_asks_for_the_role(Class<?> bean) {
        assertThat(faults(bean)).isEmpty();
    }

    private static List<SettingFault> faults(Class<?> bean) {
        List<SettingFault> faults = new ArrayList<>();
        EnterpriseViews.find(List.of(bean), faults);
        return faults;
    }
}
