package org.cognito4j.jakarta.rest;

import jakarta.enterprise.inject.Stereotype;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import org.cognito4j.jakarta.access.RequiresClaim;

/**
 * Every combination of places for {@link RequiresClaim}, each a class that is a bean and a JAX-RS resource, with a method {@code
 * purge}. {@link ClaimTableTest} calls it through both.
 */
final class ClaimedPlaces {

    /** A combination and the values of the claim that all of its callers need. */
    record Row(Class<?> type, List<String> tiers) {

        @Override
        public String toString() {
            return type.getSimpleName() + " asks for " + tiers;
        }
    }

    private ClaimedPlaces() {}

    static List<Row> rows() {
        return List.of(
                row(OnMethod.class, "admin"),
                row(OnClass.class, "read"),
                row(OnMethodAndClass.class, "admin"),
                row(Nowhere.class),
                row(OnOverriddenMethodOfScopedClass.class, "admin"),
                row(OnOverriddenMethodBesideOwnClass.class, "admin"),
                row(OnAbstractMethodOfScopedClass.class, "admin"),
                row(OnMethodOverriddenTwice.class, "admin"),
                row(OnOverridingMethod.class, "read"),
                row(OnInheritedMethodBesideOwnClass.class, "admin"),
                row(OnSuperclass.class, "read"),
                row(OnClassAndSuperclass.class, "admin"),
                row(StereotypeOnSubclassOfScopedClass.class, "admin"),
                row(StereotypeOnSubclassOfScopedMethod.class, "write"),
                row(OnMethodOfInterfaceBesideClass.class, "admin"),
                row(OnInterface.class, "admin"),
                row(OnInterfaceBesideClass.class, "read"),
                row(OnDefaultMethod.class, "admin"),
                row(OnOverriddenDefaultMethod.class, "admin"),
                row(OnMethodOfGenericInterface.class, "admin"),
                row(OnArrayMethodOfGenericInterface.class, "admin"),
                row(OnMethodOfGenericSuperclass.class, "admin"),
                row(OnAnotherOverload.class),
                row(OnMethodWithWiderReturnType.class, "admin"),
                row(OnMethodOfHiddenSuperclass.class, "admin"),
                row(OnMethodsOfSuperclassAndInterface.class, "read", "write"),
                row(OnMethodOfSuperclassThatImplementsTheInterface.class, "read"),
                row(OnMethodsOfTwoInterfaces.class, "read", "write"),
                row(OnSuperclassAndInterface.class, "read", "write"),
                row(StereotypeOnMethod.class, "admin"),
                row(NestedStereotypeOnMethod.class, "admin"),
                row(NestedStereotypeOnClass.class, "admin"),
                row(NestedStereotypeOnMethodOfInterface.class, "admin"),
                row(CyclicStereotypeOnClass.class, "admin"),
                row(TwoStereotypesOnMethod.class, "read", "write"),
                row(TwoStereotypesOnClass.class, "read", "write"),
                row(StereotypeBesideOwnOnMethod.class, "read"),
                row(RepeatedOnMethod.class, "read", "write"),
                row(RepeatedOnClass.class, "read", "write"),
                row(RepeatedOnMethodOfInterface.class, "read", "write"),
                row(RepeatedStereotypeOnMethod.class, "read", "write"),
                row(RepeatedOnClassBesideMethod.class, "admin"));
    }

    private static Row row(Class<?> type, String... tiers) {
        return new Row(type, List.of(tiers));
    }

    /** An application's own word for a claim. */
    @Stereotype
    @RequiresClaim(name = "tier", value = "admin")
    @Retention(RetentionPolicy.RUNTIME)
    @interface Administering {}

    /** One that has another. */
    @Stereotype
    @Administering
    @Retention(RetentionPolicy.RUNTIME)
    @interface Nesting {}

    /** One that has one that has it. */
    @Stereotype
    @Cycling
    @Retention(RetentionPolicy.RUNTIME)
    @interface Turning {}

    /** One that has itself, and one that has it. */
    @Cycling
    @Turning
    @Administering
    @Retention(RetentionPolicy.RUNTIME)
    @interface Cycling {}

    /** For another value. */
    @Stereotype
    @RequiresClaim(name = "tier", value = "read")
    @Retention(RetentionPolicy.RUNTIME)
    @interface Reading {}

    /** For a third. */
    @Stereotype
    @RequiresClaim(name = "tier", value = "write")
    @Retention(RetentionPolicy.RUNTIME)
    @interface Writing {}

    @Path("OnMethod")
    public static class OnMethod {
        @GET
        @RequiresClaim(name = "tier", value = "admin")
        public String purge() {
            return "purged";
        }
    }

    @Path("OnClass")
    @RequiresClaim(name = "tier", value = "read")
    public static class OnClass {
        @GET
        public String purge() {
            return "purged";
        }
    }

    @Path("OnMethodAndClass")
    @RequiresClaim(name = "tier", value = "read")
    public static class OnMethodAndClass {
        @GET
        @RequiresClaim(name = "tier", value = "admin")
        public String purge() {
            return "purged";
        }
    }

    @Path("Nowhere")
    public static class Nowhere {
        @GET
        public String purge() {
            return "purged";
        }
    }

    @RequiresClaim(name = "tier", value = "read")
    public static class ScopedWithMethod {
        @GET
        @RequiresClaim(name = "tier", value = "admin")
        public String purge() {
            return "purged";
        }
    }

    @Path("OnOverriddenMethodOfScopedClass")
    public static class OnOverriddenMethodOfScopedClass extends ScopedWithMethod {
        @Override
        public String purge() {
            return super.purge();
        }
    }

    @Path("OnOverriddenMethodBesideOwnClass")
    @RequiresClaim(name = "tier", value = "write")
    public static class OnOverriddenMethodBesideOwnClass extends ScopedWithMethod {
        @Override
        public String purge() {
            return super.purge();
        }
    }

    @RequiresClaim(name = "tier", value = "read")
    public abstract static class ScopedWithAbstractMethod {
        @GET
        @RequiresClaim(name = "tier", value = "admin")
        public abstract String purge();
    }

    @Path("OnAbstractMethodOfScopedClass")
    public static class OnAbstractMethodOfScopedClass extends ScopedWithAbstractMethod {
        @Override
        public String purge() {
            return "purged";
        }
    }

    @Path("OnMethodOverriddenTwice")
    public static class OnMethodOverriddenTwice extends OnOverriddenMethodOfScopedClass {
        @Override
        public String purge() {
            return super.purge();
        }
    }

    @Path("OnOverridingMethod")
    public static class OnOverridingMethod extends ScopedWithMethod {
        @Override
        @RequiresClaim(name = "tier", value = "read")
        public String purge() {
            return super.purge();
        }
    }

    @Path("OnInheritedMethodBesideOwnClass")
    @RequiresClaim(name = "tier", value = "write")
    public static class OnInheritedMethodBesideOwnClass extends ScopedWithMethod {}

    @Path("OnSuperclass")
    public static class OnSuperclass extends OnClass {}

    @Path("OnClassAndSuperclass")
    @RequiresClaim(name = "tier", value = "admin")
    public static class OnClassAndSuperclass extends OnClass {}

    @Path("StereotypeOnSubclassOfScopedClass")
    @Administering
    public static class StereotypeOnSubclassOfScopedClass extends OnClass {
        @Override
        public String purge() {
            return super.purge();
        }
    }

    public static class WithScopedMethod {
        @GET
        @RequiresClaim(name = "tier", value = "write")
        public String purge() {
            return "purged";
        }
    }

    @Path("StereotypeOnSubclassOfScopedMethod")
    @Administering
    public static class StereotypeOnSubclassOfScopedMethod extends WithScopedMethod {
        @Override
        public String purge() {
            return super.purge();
        }
    }

    public interface ScopedMethod {
        @RequiresClaim(name = "tier", value = "admin")
        String purge();
    }

    @Path("OnMethodOfInterfaceBesideClass")
    @RequiresClaim(name = "tier", value = "read")
    public static class OnMethodOfInterfaceBesideClass implements ScopedMethod {
        @GET
        @Override
        public String purge() {
            return "purged";
        }
    }

    @RequiresClaim(name = "tier", value = "admin")
    public interface Scoped {
        String purge();
    }

    @Path("OnInterface")
    public static class OnInterface implements Scoped {
        @GET
        @Override
        public String purge() {
            return "purged";
        }
    }

    @Path("OnInterfaceBesideClass")
    @RequiresClaim(name = "tier", value = "read")
    public static class OnInterfaceBesideClass implements Scoped {
        @GET
        @Override
        public String purge() {
            return "purged";
        }
    }

    public interface ScopedDefaultMethod {
        @GET
        @RequiresClaim(name = "tier", value = "admin")
        default String purge() {
            return "purged";
        }
    }

    @Path("OnDefaultMethod")
    public static class OnDefaultMethod implements ScopedDefaultMethod {}

    @Path("OnOverriddenDefaultMethod")
    public static class OnOverriddenDefaultMethod implements ScopedDefaultMethod {
        @Override
        public String purge() {
            return ScopedDefaultMethod.super.purge();
        }
    }

    public interface GenericDesk<T> {
        @RequiresClaim(name = "tier", value = "admin")
        String purge(T order);
    }

    @Path("OnMethodOfGenericInterface")
    public static class OnMethodOfGenericInterface implements GenericDesk<String> {
        @GET
        @Override
        public String purge(@QueryParam("order") String order) {
            return "purged";
        }
    }

    public interface GenericArrayDesk<T> {
        @RequiresClaim(name = "tier", value = "admin")
        String purge(List<T>[] orders);
    }

    @Path("OnArrayMethodOfGenericInterface")
    public static class OnArrayMethodOfGenericInterface implements GenericArrayDesk<String> {
        @GET
        @Override
        public String purge(List<String>[] orders) {
            return "purged";
        }
    }

    public abstract static class GenericCounter<A, B extends CharSequence> {
        @RequiresClaim(name = "tier", value = "admin")
        public abstract String purge(B order);
    }

    public abstract static class PartlyGenericCounter<T extends CharSequence> extends GenericCounter<Integer, T> {}

    @Path("OnMethodOfGenericSuperclass")
    public static class OnMethodOfGenericSuperclass extends PartlyGenericCounter<String> {
        @GET
        @Override
        public String purge(@QueryParam("order") String order) {
            return "purged";
        }
    }

    public interface Overloaded<T> {
        @RequiresClaim(name = "tier", value = "admin")
        String erase(T order);

        @RequiresClaim(name = "tier", value = "admin")
        String purge(T order, T other);
    }

    @Path("OnAnotherOverload")
    public static class OnAnotherOverload implements Overloaded<Integer> {
        @GET
        public String purge(@QueryParam("order") String order) {
            return "purged";
        }

        @Override
        public String purge(Integer order, Integer other) {
            return "purged";
        }

        @Override
        public String erase(Integer order) {
            return "erased";
        }
    }

    public static class WiderReturnType {
        @RequiresClaim(name = "tier", value = "admin")
        public Object purge() {
            return "purged";
        }
    }

    @Path("OnMethodWithWiderReturnType")
    public static class OnMethodWithWiderReturnType extends WiderReturnType {
        @GET
        @Override
        public String purge() {
            return "purged";
        }
    }

    /** The compiler gives its public subclasses a method that leads to this one. */
    static class Hidden {
        @GET
        @RequiresClaim(name = "tier", value = "admin")
        public String purge() {
            return "purged";
        }
    }

    @Path("OnMethodOfHiddenSuperclass")
    public static class OnMethodOfHiddenSuperclass extends Hidden {}

    public static class ReadingDesk {
        @GET
        @RequiresClaim(name = "tier", value = "read")
        public String purge() {
            return "purged";
        }
    }

    public interface WritingApi {
        @RequiresClaim(name = "tier", value = "write")
        String purge();
    }

    @Path("OnMethodsOfSuperclassAndInterface")
    public static class OnMethodsOfSuperclassAndInterface extends ReadingDesk implements WritingApi {}

    public static class ReadingImplementation extends ReadingDesk implements WritingApi {
        @Override
        @RequiresClaim(name = "tier", value = "read")
        public String purge() {
            return super.purge();
        }
    }

    @Path("OnMethodOfSuperclassThatImplementsTheInterface")
    public static class OnMethodOfSuperclassThatImplementsTheInterface extends ReadingImplementation
            implements WritingApi {
        @Override
        public String purge() {
            return super.purge();
        }
    }

    public interface ReadingApi {
        @RequiresClaim(name = "tier", value = "read")
        String purge();
    }

    @Path("OnMethodsOfTwoInterfaces")
    public static class OnMethodsOfTwoInterfaces implements ReadingApi, WritingApi {
        @GET
        @Override
        public String purge() {
            return "purged";
        }
    }

    @RequiresClaim(name = "tier", value = "write")
    public interface WholeApi {}

    @Path("OnSuperclassAndInterface")
    public static class OnSuperclassAndInterface extends OnClass implements WholeApi {}

    @Path("StereotypeOnMethod")
    public static class StereotypeOnMethod {
        @GET
        @Administering
        public String purge() {
            return "purged";
        }
    }

    @Path("NestedStereotypeOnMethod")
    public static class NestedStereotypeOnMethod {
        @GET
        @Nesting
        public String purge() {
            return "purged";
        }
    }

    @Path("NestedStereotypeOnClass")
    @Nesting
    public static class NestedStereotypeOnClass {
        @GET
        public String purge() {
            return "purged";
        }
    }

    public interface NestingApi {
        @Nesting
        String purge();
    }

    @Path("NestedStereotypeOnMethodOfInterface")
    public static class NestedStereotypeOnMethodOfInterface implements NestingApi {
        @GET
        @Override
        public String purge() {
            return "purged";
        }
    }

    @Path("CyclicStereotypeOnClass")
    @Cycling
    public static class CyclicStereotypeOnClass {
        @GET
        public String purge() {
            return "purged";
        }
    }

    @Path("TwoStereotypesOnMethod")
    public static class TwoStereotypesOnMethod {
        @GET
        @Reading
        @Writing
        public String purge() {
            return "purged";
        }
    }

    @Path("TwoStereotypesOnClass")
    @Reading
    @Writing
    public static class TwoStereotypesOnClass {
        @GET
        public String purge() {
            return "purged";
        }
    }

    @Path("StereotypeBesideOwnOnMethod")
    public static class StereotypeBesideOwnOnMethod {
        @GET
        @Administering
        @RequiresClaim(name = "tier", value = "read")
        public String purge() {
            return "purged";
        }
    }

    @Path("RepeatedOnMethod")
    public static class RepeatedOnMethod {
        @GET
        @RequiresClaim(name = "tier", value = "read")
        @RequiresClaim(name = "tier", value = "write")
        public String purge() {
            return "purged";
        }
    }

    @Path("RepeatedOnClass")
    @RequiresClaim(name = "tier", value = "read")
    @RequiresClaim(name = "tier", value = "write")
    public static class RepeatedOnClass {
        @GET
        public String purge() {
            return "purged";
        }
    }

    public interface RepeatingApi {
        @RequiresClaim(name = "tier", value = "read")
        @RequiresClaim(name = "tier", value = "write")
        String purge();
    }

    @Path("RepeatedOnMethodOfInterface")
    public static class RepeatedOnMethodOfInterface implements RepeatingApi {
        @GET
        @Override
        public String purge() {
            return "purged";
        }
    }

    /** An application's own word for two claims. */
    @Stereotype
    @RequiresClaim(name = "tier", value = "read")
    @RequiresClaim(name = "tier", value = "write")
    @Retention(RetentionPolicy.RUNTIME)
    @interface Both {}

    @Path("RepeatedStereotypeOnMethod")
    public static class RepeatedStereotypeOnMethod {
        @GET
        @Both
        public String purge() {
            return "purged";
        }
    }

    @Path("RepeatedOnClassBesideMethod")
    @RequiresClaim(name = "tier", value = "read")
    @RequiresClaim(name = "tier", value = "write")
    public static class RepeatedOnClassBesideMethod {
        @GET
        @RequiresClaim(name = "tier", value = "admin")
        public String purge() {
            return "purged";
        }
    }
}
