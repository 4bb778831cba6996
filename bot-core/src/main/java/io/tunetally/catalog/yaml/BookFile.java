package io.tunetally.catalog.yaml;

/**
 * A price file while it is loaded.
 *
 * @param imported whether {@code prices import} wrote it
 * @param overlaid whether it overlays the built-in ones
 */
public record BookFile(String edition, String title, boolean imported, Fields root, boolean overlaid) {
    public static final String SCHEMA = "tunetally-pricebook/1";

    /** True if it says when models end. */
    public boolean hasEvents() {
        return root.has("lifecycle");
    }

    public static BookFile read(NamedYaml yaml, boolean overlaid, Faults faults) {
        int before = faults.count();
        YamlNode node = YamlTree.read(yaml, faults);
        boolean readable = faults.count() == before;
        // A file that is not YAML has one fault, not another for each key it seems to lack.
        Fields root = new Fields(node, readable ? faults : new Faults());
        String schema = root.requiredText("schema");
        if (!schema.isEmpty() && !schema.equals(SCHEMA)) {
            root.fault("schema", "'" + schema + "' is not " + SCHEMA + "; this version reads no other");
        }
        String edition = root.requiredId("edition");
        String title = root.text("title");
        return new BookFile(edition, title == null ? edition : title, root.flag("imported"), root, overlaid);
    }
}
