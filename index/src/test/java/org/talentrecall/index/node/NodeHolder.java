package org.talentrecall.index.node;

import java.nio.file.Path;

/** A program that uses the node of a folder, says where it is, and waits for the end of its input. */
final class NodeHolder {
    private NodeHolder() {}

    public static void main(String[] args) throws Exception {
        try (EmbeddedNode node = new EmbeddedNode(EmbeddedNodeIT.settings(Path.of(args[0])))) {
            System.out.println(node.start().join().uri());
            while (System.in.read() >= 0) {
                continue;
            }
        }
    }
}
