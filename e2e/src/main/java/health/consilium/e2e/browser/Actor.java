package health.consilium.e2e.browser;

/** How somebody looks and sounds in tests. */
public enum Actor {
    DOCTOR(
            "testsrc2=s=640x360:r=30,noise=alls=6:allf=t",
            "en-gb",
            "Good morning. How are you today? Please tell me what troubles you, and since when you have had it."),
    PATIENT(
            "mandelbrot=s=640x360:r=30",
            "en-us",
            "Good morning, doctor. I have had a cough for two weeks, and it is worse at night than during the day.");

    private final String picture;
    private final String voice;
    private final String words;

    Actor(String picture, String voice, String words) {
        this.picture = picture;
        this.voice = voice;
        this.words = words;
    }

    String picture() {
        return picture;
    }

    String voice() {
        return voice;
    }

    String words() {
        return words;
    }
}
