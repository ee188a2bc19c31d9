"""Makes the quiet, endlessly looping room sound of a live loop: room tone and a soft pattern of notes.

usage: python3 room-sound.py orchard|jewellery|clothing out.wav     (needs numpy)

Everything is written into a ring of exactly 12.8 s (a note that rings over the end goes on at the start),
so the last sample is followed by the first without a click. 12.8 s is 16 beats at 75 a minute.
"""
import sys
import wave

import numpy as np

RATE, SECONDS, BEAT = 48000, 12.8, 0.8
LENGTH = int(RATE * SECONDS)

MOODS = {
    # chords (MIDI notes, one a bar), tune as (beat, note), instrument
    'orchard': dict(
        chords=[(48, 55, 64, 67), (45, 52, 60, 67), (41, 53, 57, 64), (43, 50, 59, 62)],
        tune=[(0, 76), (0.5, 79), (1.5, 81), (2.5, 79), (4, 76), (5, 72), (6, 74), (6.5, 76), (8, 77), (8.5, 81),
              (9.5, 84), (10.5, 81), (12, 79), (13, 74), (14, 71), (14.5, 74)],
        voice='pluck', seed=3),
    'jewellery': dict(
        chords=[(50, 57, 61, 66), (47, 54, 57, 62), (43, 50, 59, 66), (45, 52, 59, 61)],
        tune=[(0, 78), (1.5, 81), (3, 85), (5, 83), (6.5, 78), (8, 74), (9.5, 78), (11, 81), (12, 76), (14, 73)],
        voice='bell', seed=5),
    'clothing': dict(
        chords=[(46, 53, 62, 65), (43, 50, 58, 65), (39, 51, 58, 62), (41, 48, 57, 63)],
        tune=[(0, 70), (1, 74), (2.5, 77), (4, 74), (5.5, 70), (7, 67), (8, 70), (9, 75), (10.5, 74), (12, 72),
              (13.5, 69), (15, 65)],
        voice='keys', seed=8),
}


def hertz(note):
    return 440.0 * 2 ** ((note - 69) / 12)


def voice(kind, note, rng):
    seconds = 3.2 if kind != 'bell' else 5.0
    t = np.arange(int(RATE * seconds)) / RATE
    f = hertz(note)
    parts = {
        'pluck': [(1, 1, 3.0), (2, 0.45, 4.5), (3, 0.22, 6.5), (4, 0.12, 9.0), (5, 0.06, 12.0)],
        'bell': [(1, 1, 1.1), (2.0, 0.35, 1.8), (3.01, 0.22, 2.6), (5.43, 0.1, 4.5)],
        'keys': [(1, 1, 1.6), (2, 0.2, 3.0), (4, 0.1, 7.0), (7, 0.03, 12.0)],
    }[kind]
    tone = sum(a * np.exp(-d * t) * np.sin(2 * np.pi * f * h * t + rng.uniform(0, 6.28)) for h, a, d in parts)
    attack = np.minimum(1, t / (0.004 if kind != 'keys' else 0.015))
    release = np.minimum(1, (seconds - t) / 0.3)
    return tone * attack * release


def put(ring, at, sound, gain, pan):
    index = (int(at * RATE) + np.arange(len(sound))) % LENGTH
    for side, weight in ((0, np.cos(pan)), (1, np.sin(pan))):
        np.add.at(ring[side], index, sound * gain * weight)


def pad(notes, rng):
    """A breath of five beats: the bar and half a beat of overlap on either side."""
    seconds = 5 * BEAT
    t = np.arange(int(RATE * seconds)) / RATE
    swell = np.sin(np.pi * t / seconds) ** 1.3
    out = np.zeros_like(t)
    for note in notes:
        for cents in (-5, 0, 6):
            f = hertz(note) * 2 ** (cents / 1200)
            for h in range(1, 6):
                out += np.sin(2 * np.pi * f * h * t + rng.uniform(0, 6.28)) / h**2.2
    return out * swell


def ring_noise(rng, slope, low, high):
    """Noise that repeats after exactly one loop, because it is made of whole cycles of the loop."""
    f = np.fft.rfftfreq(LENGTH, 1 / RATE)
    size = np.where((f > low) & (f < high), np.maximum(f, 1) ** -slope, 0)
    sound = np.fft.irfft(size * np.exp(1j * rng.uniform(0, 6.28, len(f))), LENGTH)
    return sound / np.abs(sound).max()


def main(mood, path):
    score = MOODS[mood]
    rng = np.random.default_rng(score['seed'])
    ring = np.zeros((2, LENGTH))
    for bar, chord in enumerate(score['chords']):
        put(ring, bar * 4 * BEAT - 0.5 * BEAT, pad(chord, rng), 0.035, np.pi / 4)
    for beat, note in score['tune']:
        put(ring, beat * BEAT + rng.normal(0, 0.006), voice(score['voice'], note, rng), 0.11, rng.uniform(0.5, 1.1))
    # a small room: circular convolution with decaying noise keeps the loop seamless
    t = np.arange(LENGTH) / RATE
    for side in (0, 1):
        echo = rng.normal(size=LENGTH) * np.exp(-t * 5.5) * (t > 0.012) * (t < 2)
        echo /= np.sqrt((echo**2).sum())
        wet = np.fft.irfft(np.fft.rfft(ring[side]) * np.fft.rfft(echo), LENGTH)
        ring[side] = 0.75 * ring[side] + 0.55 * wet
    ring *= 0.2 / np.abs(ring).max()
    shared = ring_noise(rng, 0.8, 60, 5000)
    for side in (0, 1):
        ring[side] += 0.008 * (shared + ring_noise(rng, 0.6, 120, 9000))
    with wave.open(path, 'wb') as out:
        out.setnchannels(2), out.setsampwidth(2), out.setframerate(RATE)
        out.writeframes((ring.T * 32767).astype('<i2').tobytes())


if __name__ == '__main__':
    main(sys.argv[1], sys.argv[2])
