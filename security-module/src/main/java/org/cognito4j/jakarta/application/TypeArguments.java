package org.cognito4j.jakarta.application;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The types that the type variables of a class's supertypes stand for in that class. Immutable. */
final class TypeArguments {

    private final Map<TypeVariable<?>, Type> arguments = new HashMap<>();

    TypeArguments(Class<?> type) {
        add(type);
    }

    private void add(@Nullable Type type) {
        if (type instanceof ParameterizedType generic) {
            TypeVariable<?>[] variables = ((Class<?>) generic.getRawType()).getTypeParameters();
            for (int i = 0; i < variables.length; i++) {
                arguments.put(variables[i], generic.getActualTypeArguments()[i]);
            }
            add(generic.getRawType());
        } else if (type instanceof Class<?> known) {
            add(known.getGenericSuperclass());
            Arrays.stream(known.getGenericInterfaces()).forEach(this::add);
        }
    }

    /** Returns the parameter types that a method of a supertype has in the class. */
    Class<?>[] parameters(Method method) {
        return Arrays.stream(method.getGenericParameterTypes())
                .map(this::erased)
                .toArray(Class<?>[]::new);
    }

    private Class<?> erased(Type type) {
        if (type instanceof Class<?> known) {
            return known;
        }
        if (type instanceof ParameterizedType generic) {
            return erased(generic.getRawType());
        }
        if (type instanceof GenericArrayType array) {
            return erased(array.getGenericComponentType()).arrayType();
        }
        if (type instanceof TypeVariable<?> variable) {
            Type argument = arguments.get(variable);
            return erased(argument == null ? variable.getBounds()[0] : argument);
        }
        return erased(((WildcardType) type).getUpperBounds()[0]);
    }
}
