package org.cognito4j.setting;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Finds the methods of a builder by what they set. */
public final class Setters {

    private Setters() {}

    /** The names of the public methods with one parameter that set the example of a setting, and nothing before. */
    public static <T, B> List<String> of(
            Setting<T> setting, Class<B> type, Supplier<B> builder, Function<B, SettingValues> values) {
        List<String> names = new ArrayList<>();
        T example = setting.type().read(setting.example());
        for (Method method : type.getMethods()) {
            B fresh = builder.get();
            if (method.getDeclaringClass() == type
                    && method.getParameterCount() == 1
                    && accepts(method, example)
                    && isCalled(method, fresh, example)
                    && values.apply(fresh).isSet(setting)
                    && values.apply(fresh).get(setting).equals(example)) {
                names.add(method.getName());
            }
        }
        return names;
    }

    /** The value of a setting as a text. */
    public static <T> String written(Setting<T> setting, SettingValues values) {
        return values.find(setting).map(setting.type()::write).orElse("");
    }

    private static boolean accepts(Method method, Object example) {
        Class<?> parameter = method.getParameterTypes()[0];
        return parameter.isInstance(example)
                || (parameter == boolean.class && example instanceof Boolean)
                || (parameter == int.class && example instanceof Integer);
    }

    /** A method that refuses the example is not the one. */
    private static boolean isCalled(Method method, Object builder, Object example) {
        try {
            method.invoke(builder, example);
            return true;
        } catch (InvocationTargetException e) {
            return false;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
