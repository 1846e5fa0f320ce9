package dev.primegate.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Every plugin of the build has one version, in the parent, whichever Maven runs it. */
class PinnedPluginsTest {
    private static final Path ROOT = Path.of("..", "..");

    /** What Maven runs without being asked, in a version of its own unless one is named. */
    private static final Set<String> UNASKED =
            Set.of(
                    "maven-clean-plugin",
                    "maven-compiler-plugin",
                    "maven-deploy-plugin",
                    "maven-install-plugin",
                    "maven-jar-plugin",
                    "maven-resources-plugin",
                    "maven-site-plugin",
                    "maven-surefire-plugin");

    @Test
    void everyPluginIsPinnedInTheParent() throws Exception {
        Set<String> pinned = new TreeSet<>();
        for (Element plugin : plugins(ROOT.resolve("pom.xml"))) {
            assertThat(child(plugin, "version"))
                    .as(child(plugin, "artifactId"))
                    .matches("\\$\\{[a-z.-]+\\.version}");
            pinned.add(child(plugin, "artifactId"));
        }
        Set<String> used = new TreeSet<>(UNASKED);
        for (Path pom : poms()) {
            for (Element plugin : plugins(pom)) {
                assertThat(child(plugin, "version")).as(pom.toString()).isEmpty();
                used.add(child(plugin, "artifactId"));
            }
        }

        assertThat(pinned).containsAll(used);
    }

    /** No range, no snapshot, nothing that is the newest of its day. */
    @Test
    void everyVersionIsOne() throws Exception {
        NodeList properties =
                parse(ROOT.resolve("pom.xml"))
                        .getElementsByTagName("properties")
                        .item(0)
                        .getChildNodes();
        List<String> versions = new ArrayList<>();
        for (int i = 0; i < properties.getLength(); i++) {
            Node property = properties.item(i);
            if (property.getNodeName().endsWith(".version")) {
                versions.add(property.getTextContent());
            }
        }

        assertThat(versions)
                .hasSizeGreaterThan(20)
                .allMatch(version -> version.matches("\\d+(\\.\\d+)*"));
    }

    private static List<Path> poms() throws IOException {
        List<Path> poms = new ArrayList<>();
        for (String folder : List.of("shared", "functions")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
                files.filter(file -> file.endsWith("pom.xml"))
                        .filter(file -> !file.toString().contains("/target/"))
                        .filter(file -> !file.toString().contains("/node_modules/"))
                        .forEach(poms::add);
            }
        }
        assertThat(poms).hasSizeGreaterThan(20);
        return poms;
    }

    private static List<Element> plugins(Path pom) throws Exception {
        NodeList found = parse(pom).getElementsByTagName("plugin");
        List<Element> plugins = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            plugins.add((Element) found.item(i));
        }
        return plugins;
    }

    private static Document parse(Path pom) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(pom.toFile());
    }

    /** The text of a child itself, and of none deeper; empty if there is none. */
    private static String child(Element of, String name) {
        for (Node node = of.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeName().equals(name)) {
                return node.getTextContent().strip();
            }
        }
        return "";
    }
}
