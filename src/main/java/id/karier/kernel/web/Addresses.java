package id.karier.kernel.web;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which methods an address has. The framework knows only those of a whole resource class, and tells 405 none. */
@Singleton
class Addresses {
    private static final Pattern PARAMETER = Pattern.compile("\\{[^/]*}");

    private final List<Address> addresses = new ArrayList<>();

    /** @param literal how many of its parts are words of its own */
    private record Address(Pattern path, int literal, String method) {}

    Addresses(BeanManager beans) {
        for (var bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            var root = path(bean.getBeanClass());
            if (root != null) {
                for (var method : bean.getBeanClass().getMethods()) {
                    add(root, method);
                }
            }
        }
        // the bare address, which the application sends on to something to read
        addresses.add(new Address(Pattern.compile("/?"), 0, HttpMethod.GET));
        addresses.sort(Comparator.comparingInt(Address::literal).reversed());
    }

    private void add(String root, Method method) {
        var verb = verb(method);
        if (verb == null) {
            return;
        }
        var below = method.getAnnotation(Path.class);
        var path = joined(root, below == null ? "" : below.value());
        int literal = 0;
        var pattern = new StringBuilder();
        for (var part : path.split("/")) {
            if (!part.isEmpty()) {
                boolean named = PARAMETER.matcher(part).find();
                literal += named ? 0 : 1;
                pattern.append('/').append(named ? "[^/]+" : Pattern.quote(part));
            }
        }
        addresses.add(new Address(Pattern.compile(pattern + "/?"), literal, verb));
    }

    private static @Nullable String path(Class<?> resource) {
        for (Class<?> type = resource; type != null; type = type.getSuperclass()) {
            var said = type.getDeclaredAnnotation(Path.class);
            if (said != null) {
                return said.value();
            }
        }
        return null;
    }

    private static @Nullable String verb(Method method) {
        for (var annotation : method.getAnnotations()) {
            var verb = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null) {
                return verb.value();
            }
        }
        return null;
    }

    private static String joined(String root, String below) {
        return root + '/' + below;
    }

    /** The methods of an address, of the words that name it most exactly; empty when there is no such address. */
    SortedSet<String> methods(String path) {
        var methods = new TreeSet<String>();
        int literal = -1;
        for (var address : addresses) {
            if (literal >= 0 && address.literal() < literal) {
                break;
            }
            if (address.path().matcher(path).matches()) {
                literal = address.literal();
                methods.add(address.method());
            }
        }
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        if (!methods.isEmpty()) {
            methods.add(HttpMethod.OPTIONS);
        }
        return methods;
    }
}
