package health.consilium.document.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.jspecify.annotations.Nullable;

/** The structure that screen readers follow (ISO 32000-1, 14.7): what is a heading, a paragraph, a cell. */
final class Tags {
    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final PDStructureElement document = new PDStructureElement("Document", root);
    private final Map<PDPage, List<PDStructureElement>> parents = new HashMap<>();

    Tags(PDDocument pdf, String language) {
        PDMarkInfo marked = new PDMarkInfo();
        marked.setMarked(true);
        pdf.getDocumentCatalog().setMarkInfo(marked);
        pdf.getDocumentCatalog().setStructureTreeRoot(root);
        pdf.getDocumentCatalog().setLanguage(language);
        root.appendKid(document);
    }

    PDStructureElement body() {
        return document;
    }

    PDStructureElement add(String type, PDStructureElement parent) {
        PDStructureElement element = new PDStructureElement(type, parent);
        parent.appendKid(element);
        return element;
    }

    /**
     * A piece of the element on that page.
     *
     * @param text what is read out, in the order of reading, where the drawn letters do not say it; or null
     */
    PDPropertyList piece(PDStructureElement element, PDPage page, @Nullable String text) {
        List<PDStructureElement> onPage = parents.computeIfAbsent(page, p -> new ArrayList<>());
        COSDictionary piece = new COSDictionary();
        piece.setInt(COSName.MCID, onPage.size());
        if (text != null) {
            piece.setString(COSName.ACTUAL_TEXT, text);
        }
        COSDictionary kid = new COSDictionary();
        kid.setItem(COSName.TYPE, COSName.getPDFName("MCR"));
        kid.setItem(COSName.PG, page);
        kid.setInt(COSName.MCID, onPage.size());
        append(element, kid);
        onPage.add(element);
        return PDPropertyList.create(piece);
    }

    private static void append(PDStructureElement element, COSDictionary kid) {
        COSDictionary dictionary = element.getCOSObject();
        if (dictionary.getDictionaryObject(COSName.K) instanceof COSArray kids) {
            kids.add(kid);
        } else {
            COSArray kids = new COSArray();
            if (dictionary.getDictionaryObject(COSName.K) != null) {
                kids.add(dictionary.getItem(COSName.K));
            }
            kids.add(kid);
            dictionary.setItem(COSName.K, kids);
        }
    }

    /** From a page's pieces back to the elements. */
    void finish(Iterable<PDPage> pages) {
        COSArray numbers = new COSArray();
        int next = 0;
        for (PDPage page : pages) {
            COSArray elements = new COSArray();
            parents.getOrDefault(page, List.of()).forEach(elements::add);
            page.setStructParents(next);
            numbers.add(COSInteger.get(next));
            numbers.add(elements);
            next++;
        }
        COSDictionary tree = new COSDictionary();
        tree.setItem(COSName.NUMS, numbers);
        root.getCOSObject().setItem(COSName.PARENT_TREE, tree);
        root.setParentTreeNextKey(next);
    }
}
