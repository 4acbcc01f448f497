package health.consilium.e2e.browser;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A drawn person, head and shoulders, for pictures that people are to look at. */
record Portrait(Color wall, Color skin, Color hair, Color clothes, boolean longHair) {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;

    void drawTo(Path png) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        room(g);
        person(g);
        g.dispose();
        try {
            ImageIO.write(image, "png", png.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void room(Graphics2D g) {
        g.setPaint(new GradientPaint(0, 0, wall.brighter(), WIDTH, HEIGHT, wall));
        g.fillRect(0, 0, WIDTH, HEIGHT);
        g.setColor(new Color(255, 255, 255, 70));
        g.fill(new RoundRectangle2D.Double(90, 80, 260, 330, 12, 12));
        g.setColor(new Color(0, 0, 0, 28));
        g.fillRect(940, 300, 340, 16);
        for (int book = 0; book < 7; book++) {
            g.setColor(new Color(70 + 22 * book, 105 + 7 * book, 112, 150));
            g.fillRect(965 + 36 * book, 212 - book % 3 * 14, 28, 88 + book % 3 * 14);
        }
    }

    private void person(Graphics2D g) {
        g.setColor(hair);
        if (longHair) {
            g.fill(new RoundRectangle2D.Double(502, 150, 276, 400, 230, 230));
        }
        g.setColor(skin.darker());
        g.fill(new RoundRectangle2D.Double(590, 400, 100, 140, 60, 60));
        g.setColor(clothes);
        g.fill(new RoundRectangle2D.Double(380, 500, 520, 400, 260, 260));
        g.setColor(skin);
        g.fill(new Ellipse2D.Double(535, 170, 210, 280));
        g.setColor(hair);
        g.fill(new Arc2D.Double(525, 140, 230, 230, -8, 196, Arc2D.CHORD));
        g.setColor(new Color(40, 32, 30));
        g.fill(new Ellipse2D.Double(590, 290, 18, 20));
        g.fill(new Ellipse2D.Double(672, 290, 18, 20));
        g.setStroke(new java.awt.BasicStroke(6, java.awt.BasicStroke.CAP_ROUND, java.awt.BasicStroke.JOIN_ROUND));
        g.setColor(skin.darker().darker());
        g.draw(new Arc2D.Double(600, 335, 80, 55, 200, 140, Arc2D.OPEN));
    }
}
