package org.cognito4j.jakarta.application;

import jakarta.servlet.ServletContext;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The files of a web application, deployed or in its archive. */
public interface DeployedFiles {

    /** As many as are looked at; an application with more has them listed in part. */
    int MOST = 20_000;

    /** Returns the paths of all files, each with a leading slash. */
    Set<String> paths();

    /** Returns the paths of all files below a directory, however many there are. */
    Set<String> below(String directory);

    /** Opens one of the files. */
    InputStream open(String path) throws IOException;

    /** Returns where a file is by itself, if it is: so a library need not be read to its end for the names in it. */
    default Optional<Path> place(String path) {
        return Optional.empty();
    }

    /** Returns the files of a deployed application. */
    static DeployedFiles of(ServletContext application) {
        return new DeployedFiles() {
            @Override
            public Set<String> paths() {
                return collected("/", MOST);
            }

            @Override
            public Set<String> below(String directory) {
                return collected(directory, Integer.MAX_VALUE);
            }

            private Set<String> collected(String directory, int most) {
                Set<String> files = new TreeSet<>();
                collect(directory, files, most);
                return files;
            }

            private void collect(String directory, Set<String> files, int most) {
                Set<String> paths = application.getResourcePaths(directory);
                if (paths == null) {
                    return;
                }
                for (String path : paths) {
                    if (files.size() >= most) {
                        return;
                    }
                    if (!path.endsWith("/")) {
                        files.add(path);
                    } else if (path.length() > directory.length()) {
                        collect(path, files, most);
                    }
                }
            }

            @Override
            public Optional<Path> place(String path) {
                return Optional.ofNullable(application.getRealPath(path))
                        .map(Path::of)
                        .filter(Files::isRegularFile);
            }

            @Override
            public InputStream open(String path) throws IOException {
                InputStream in = application.getResourceAsStream(path);
                if (in == null) {
                    throw new FileNotFoundException(path);
                }
                return in;
            }
        };
    }

    /** Returns the files in an archive. */
    static DeployedFiles in(ZipFile archive) {
        return new DeployedFiles() {
            @Override
            public Set<String> paths() {
                return names().limit(MOST).collect(Collectors.toCollection(TreeSet::new));
            }

            @Override
            public Set<String> below(String directory) {
                return names().filter(name -> name.startsWith(directory))
                        .collect(Collectors.toCollection(TreeSet::new));
            }

            private Stream<String> names() {
                return archive.stream().filter(entry -> !entry.isDirectory()).map(entry -> "/" + entry.getName());
            }

            @Override
            public InputStream open(String path) throws IOException {
                ZipEntry entry = archive.getEntry(path.substring(1));
                if (entry == null) {
                    throw new FileNotFoundException(path);
                }
                return archive.getInputStream(entry);
            }
        };
    }
}
