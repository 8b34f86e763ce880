package org.cognito4j.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where and when something was measured, and with what. */
final class Machine {

    private static final Pattern TELLING = Pattern.compile(
            "(jose4j|caffeine|jackson-core|nimbus-jose-jwt|java-jwt|jjwt-api|smallrye-jwt|tink|spring-security-oauth2-jose"
                    + "|pac4j-jwt|jetty-server|soteria|AmazonCorrettoCryptoProvider|weld-servlet-core|jmh-core)-[0-9].*");

    private Machine() {}

    static String describe() {
        return String.format(
                Locale.ROOT,
                "%s UTC, %s %s, %s %s, %d processors (%s), %.0f GiB of memory, load average before %.1f.%nWith %s.%n",
                ZonedDateTime.now(ZoneOffset.UTC).format(DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT)),
                System.getProperty("java.vm.name"),
                Runtime.version(),
                System.getProperty("os.name"),
                System.getProperty("os.version").replaceFirst("-.*", ""),
                Runtime.getRuntime().availableProcessors(),
                processor(),
                memory() / 0x1p30,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                libraries());
    }

    private static double memory() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }

    private static String processor() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }

    private static String libraries() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).getFileName().toString())
                .filter(name -> TELLING.matcher(name).matches())
                .map(name -> name.replaceFirst("\\.jar$", "").replaceFirst("-(?=[0-9])", " "))
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
