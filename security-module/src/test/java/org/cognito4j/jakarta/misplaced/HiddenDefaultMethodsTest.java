package org.cognito4j.jakarta.misplaced;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Typed;
import java.util.ArrayList;
import java.util.List;
import org.cognito4j.SettingFault;
import org.cognito4j.jakarta.access.RequiresClaim;
import org.cognito4j.jakarta.access.RequiresScope;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HiddenDefaultMethodsTest {

    interface Orders {

        @RequiresScope("read")
        default String find() {
            return "";
        }

        default String open() {
            return "";
        }
    }

    interface Listing {

        @RolesAllowed("read")
        default String find() {
            return "";
        }
    }

    interface Claiming {

        @RequiresClaim(name = "tier")
        default String find() {
            return "";
        }
    }

    @Typed(HidingClaim.class)
    static class HidingClaim implements Claiming {}

    interface Wide extends Orders {}

    @Typed(HidingScope.class)
    static class HidingScope implements Wide {}

    @Typed(HidingRole.class)
    static class HidingRole implements Listing {}

    @Typed({Showing.class, Wide.class})
    static class Showing implements Wide {}

    @Typed(Overriding.class)
    static class Overriding implements Orders {

        @Override
        public String find() {
            return "";
        }
    }

    static class Untyped implements Orders {}

    @ParameterizedTest
    @ValueSource(classes = {HidingScope.class, HidingRole.class, HidingClaim.class})
    void are_found_where_the_types_of_the_bean_leave_their_interface_out(Class<?> bean) {
        assertThat(faults(bean))
                .singleElement()
                .asString()
                .contains(bean.getName() + ".find", "@Typed does not list that interface");
    }

    @ParameterizedTest
    @ValueSource(classes = {Showing.class, Overriding.class, Untyped.class})
    void are_none_where_an_interceptor_is_in_front(Class<?> bean) {
        assertThat(faults(bean)).isEmpty();
    }

    private static List<SettingFault> faults(Class<?> bean) {
        List<SettingFault> faults = new ArrayList<>();
        HiddenDefaultMethods.find(List.of(bean), faults);
        return faults;
    }
}
