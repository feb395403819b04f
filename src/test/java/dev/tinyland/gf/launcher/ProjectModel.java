package dev.tinyland.gf.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * What the entries have to agree with, read from the POM.
 *
 * @param dependencies runtime dependencies as group:artifact:version, in the POM's order
 * @param resources packaged files: path inside the jar to path in the checkout
 */
record ProjectModel(List<String> dependencies, Map<String, Path> resources) {

    static ProjectModel read(Path pom) throws IOException {
        Document document;
        try (InputStream stream = Files.newInputStream(pom)) {
            document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(stream);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(pom + " is no XML", e);
        }
        Element project = document.getDocumentElement();
        Map<String, String> properties = new LinkedHashMap<>();
        for (Element property : children(child(project, "properties"))) {
            properties.put(property.getTagName(), property.getTextContent().strip());
        }
        List<String> dependencies = new ArrayList<>();
        for (Element dependency : children(child(project, "dependencies"))) {
            if (text(dependency, "scope", "compile").equals("compile")) {
                dependencies.add(text(dependency, "groupId", "") + ":" + text(dependency, "artifactId", "") + ":"
                        + expand(text(dependency, "version", ""), properties));
            }
        }
        Map<String, Path> resources = new TreeMap<>();
        for (Element resource : children(child(child(project, "build"), "resources"))) {
            readResource(resource, resources);
        }
        return new ProjectModel(List.copyOf(dependencies), resources);
    }

    private static void readResource(Element resource, Map<String, Path> into) throws IOException {
        Path folder = Path.of(text(resource, "directory", ""));
        String target = text(resource, "targetPath", "");
        String prefix = target.isEmpty() ? "" : target + "/";
        List<Element> includes = children(resource).stream()
                .filter(element -> element.getTagName().equals("includes"))
                .flatMap(element -> children(element).stream())
                .toList();
        if (!includes.isEmpty()) {
            for (Element include : includes) {
                String name = include.getTextContent().strip();
                if (name.contains("*")) {
                    throw new IOException("a resource pattern cannot be listed for JBang: " + name);
                }
                into.put(prefix + name, folder.resolve(name));
            }
            return;
        }
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile).forEach(file -> into.put(prefix + folder.relativize(file), file));
        }
    }

    private static String expand(String value, Map<String, String> properties) {
        if (!value.startsWith("${")) {
            return value;
        }
        return properties.getOrDefault(value.substring(2, value.length() - 1), value);
    }

    private static Element child(Element parent, String name) {
        return children(parent).stream()
                .filter(element -> element.getTagName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String text(Element parent, String name, String fallback) {
        return children(parent).stream()
                .filter(element -> element.getTagName().equals(name))
                .map(element -> element.getTextContent().strip())
                .findFirst()
                .orElse(fallback);
    }

    private static List<Element> children(Element parent) {
        List<Element> elements = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }
}
