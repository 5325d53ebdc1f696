package io.throughline.configuration.service.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InventoryFormatTest {

    private final ImportProblems problems = new ImportProblems();

    @Test
    void readsATableByItsHeadings() {
        List<InventoryEntry> entries = read(InventoryFormat.CSV, """
                name,port,user,labels,site,product,version
                ams1-cart-01,8022,deploy,role=cart;rack=7,ams1,cart,4.2.7

                "ams1-cart-02",,deploy,,,,
                """);

        assertThat(entries).hasSize(2);
        assertThat(entries.get(0).labels()).isEqualTo(Map.of("role", "cart", "rack", "7"));
        assertThat(entries.get(0).toCommand(problems).details().port()).isEqualTo(8022);
        assertThat(entries.get(1).line()).isEqualTo(4);
        assertThat(entries.get(1).toCommand(problems).details().address()).isEqualTo("ams1-cart-02");
    }

    @Test
    void readsAnIniInventoryWithRangesGroupsAndVariables() {
        List<InventoryEntry> entries = read(InventoryFormat.ANSIBLE_INI, """
                # the carts
                mail-01 ansible_host=10.0.0.9 # alone
                [cart_ams]
                ams1-cart-[01:03] ansible_port=2222
                [cart_fra]
                fra1-cart-01 ansible_host="10.1.0.1" db_password='secret word'
                [cart:children]
                cart_ams
                cart_fra
                [cart:vars]
                ansible_user=deploy
                ansible_port=22022
                [all:vars]
                ansible_user=ops
                throughline_probe_user=probe
                """);

        assertThat(entries)
                .extracting(InventoryEntry::name)
                .containsExactly("mail-01", "ams1-cart-01", "ams1-cart-02", "ams1-cart-03", "fra1-cart-01");
        assertThat(entries.get(0).values())
                .isEqualTo(Map.of("address", "10.0.0.9", "user", "ops", "probe_user", "probe"));
        assertThat(entries.get(0).labels()).isEmpty();
        assertThat(entries.get(1).values()).containsEntry("user", "deploy").containsEntry("port", "2222");
        assertThat(entries.get(4).values())
                .isEqualTo(Map.of("address", "10.1.0.1", "user", "deploy", "port", "22022", "probe_user", "probe"));
        assertThat(entries.get(4).labels()).isEqualTo(Map.of("cart", "true", "cart_fra", "true"));
        assertThat(entries.get(1).line()).isEqualTo(4);
    }

    @Test
    void readsAYamlInventory() {
        List<InventoryEntry> entries = read(InventoryFormat.ANSIBLE_YAML, """
                all:
                  vars: {ansible_user: ops}
                  children:
                    cart:
                      vars: {ansible_user: deploy}
                      hosts:
                        ams1-cart-[1:2]:
                        fra1-cart-01: {ansible_host: 10.1.0.1, ansible_port: 2222, packages: [a, b]}
                """);

        assertThat(entries)
                .extracting(InventoryEntry::name)
                .containsExactly("ams1-cart-1", "ams1-cart-2", "fra1-cart-01");
        assertThat(entries.get(2).values()).isEqualTo(Map.of("address", "10.1.0.1", "user", "deploy", "port", "2222"));
        assertThat(entries.get(2).labels()).isEqualTo(Map.of("cart", "true"));
        assertThat(entries.get(2).line()).isEqualTo(8);
    }

    @Test
    void namesEveryErrorWithItsLineAndField() {
        InventoryFormat.CSV.reader().read("""
                name,port,colour
                ,1,red
                cart-01,2
                """, problems);

        assertThatThrownBy(problems::refuseIfAny)
                .isInstanceOfSatisfying(
                        ImportRefused.class,
                        refusal -> assertThat(refusal.facts().get("errors"))
                                .asInstanceOf(
                                        org.assertj.core.api.InstanceOfAssertFactories.list(ImportRefused.Error.class))
                                .extracting(error -> error.line() + " " + error.field())
                                .containsExactly("1 colour", "2 name", "3 line"));
    }

    @Test
    void refusesWhatEndlessPatternsAndNestingWouldCost() {
        InventoryFormat.ANSIBLE_INI.reader().read("cart-[0:999999999]\ncart-[0:99][0:99][0:99]\ncart-[9:1]", problems);
        InventoryFormat.ANSIBLE_INI.reader().read("[a:children]\nb\n[b:children]\na", problems);
        InventoryFormat.ANSIBLE_YAML.reader().read("a: {children: ".repeat(200) + "}".repeat(200), problems);

        assertThatThrownBy(problems::refuseIfAny).isInstanceOf(ImportRefused.class);
    }

    @ParameterizedTest
    @EnumSource(InventoryFormat.class)
    void neverFailsOtherwiseThanByNamingTheLine(InventoryFormat format) {
        for (String content :
                List.of("\"", "[", "[a", "a: [", "a: b: c", "=", "\u0000", "name,name\n1,2", "- a", "'")) {
            format.reader().read(content, problems);
        }
        assertThatThrownBy(problems::refuseIfAny).isInstanceOf(ImportRefused.class);
    }

    private List<InventoryEntry> read(InventoryFormat format, String content) {
        List<InventoryEntry> entries = format.reader().read(content, problems);
        problems.refuseIfAny();
        return entries;
    }
}
