package dev.jobglass.notifications;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/** A short tone; where there is nothing to hear it with, none. */
public final class SoundChannel implements Channel {
    private static final float RATE = 22_050;
    private static final double PITCH = 880;
    private static final int SAMPLES = 5_500;
    private static final double LOUDNESS = 40;

    /** Plays nothing yet. */
    public SoundChannel() {
    }

    @Override
    public void tell(Notification notification) {
        Thread.startVirtualThread(SoundChannel::play);
    }

    private static void play() {
        AudioFormat format = new AudioFormat(RATE, 8, 1, true, false);
        try (SourceDataLine line = AudioSystem.getSourceDataLine(format)) {
            line.open(format);
            line.start();
            line.write(tone(), 0, SAMPLES);
            line.drain();
        } catch (LineUnavailableException | IllegalArgumentException _) {
            // No sound here.
        }
    }

    /** One that fades, so that it does not click. */
    private static byte[] tone() {
        byte[] samples = new byte[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            samples[i] = (byte) (LOUDNESS * (1 - (double) i / SAMPLES) * Math.sin(2 * Math.PI * PITCH * i / RATE));
        }
        return samples;
    }
}
