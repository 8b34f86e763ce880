package org.cognito4j.it;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.Assignable;
import org.jboss.shrinkwrap.api.Configuration;
import org.jboss.shrinkwrap.api.ConfigurationBuilder;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The demo WAR as an archive that reaches the server byte for byte as it was built: ShrinkWrap would pack it anew. */
final class UnchangedWar {

    private static final Path FILE = Path.of(System.getProperty("cognito4j.it.demo-war"));

    private UnchangedWar() {}

    /** The archive, with the contents for who looks into it. */
    static WebArchive named(String name) {
        Configuration configuration = new ConfigurationBuilder().build();
        configuration.getExtensionLoader().addOverride(ZipExporter.class, AsBuilt.class);
        return ShrinkWrap.createDomain(configuration)
                .getArchiveFactory()
                .create(ZipImporter.class, name + ".war")
                .importFrom(FILE.toFile())
                .as(WebArchive.class);
    }

    /** Gives the file instead of the archive. Made by ShrinkWrap. */
    public static final class AsBuilt implements ZipExporter {

        private final Archive<?> archive;

        /** Called by ShrinkWrap. */
        public AsBuilt(Archive<?> archive) {
            this.archive = archive;
        }

        @Override
        public InputStream exportAsInputStream() {
            try {
                return Files.newInputStream(FILE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void exportTo(OutputStream target) {
            try {
                Files.copy(FILE, target);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void exportTo(File target) {
            exportTo(target, false);
        }

        @Override
        public void exportTo(File target, boolean overwrite) {
            CopyOption[] options =
                    overwrite ? new CopyOption[] {StandardCopyOption.REPLACE_EXISTING} : new CopyOption[0];
            try {
                Files.copy(FILE, target.toPath(), options);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public <T extends Assignable> T as(Class<T> type) {
            return archive.as(type);
        }
    }
}
