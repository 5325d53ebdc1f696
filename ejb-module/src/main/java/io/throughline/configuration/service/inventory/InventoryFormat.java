package io.throughline.configuration.service.inventory;

/** Forms in which people already keep their servers. */
public enum InventoryFormat {
    CSV(new CsvInventory()),
    ANSIBLE_INI(new AnsibleIniInventory()),
    ANSIBLE_YAML(new AnsibleYamlInventory());

    private final InventoryReader reader;

    InventoryFormat(InventoryReader reader) {
        this.reader = reader;
    }

    InventoryReader reader() {
        return reader;
    }
}
