#!/usr/bin/env bash
# Turns 320 pictures and one ring of sound into a live loop that repeats without a seam.
# usage: mux-loop.sh 'frames/%04d.png' room.wav out.flv [video kbit/s]      (needs ffmpeg and python3)
#
# 25 pictures a second and 48 kHz AAC (1024 samples) meet every 320 ms, so a loop must be 12.8 s:
# 320 pictures = 600 AAC frames, cut in closed groups of 32 pictures = 60 AAC frames.
set -euo pipefail
frames=$1 sound=$2 out=$3 rate=${4:-650}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The sound is encoded three times over and only the middle ring is kept: the first one would begin with
# the encoder's silent start-up frame, which is a click at every turn of the loop.
ffmpeg -v error -y -stream_loop 2 -i "$sound" -c:a aac -b:a 72k -f adts "$work/thrice.aac"
python3 - "$work/thrice.aac" "$work/ring.aac" <<'PY'
import sys
data, frames, at = open(sys.argv[1], 'rb').read(), [], 0
while at + 7 <= len(data):
    size = (data[at + 3] & 3) << 11 | data[at + 4] << 3 | data[at + 5] >> 5
    frames.append(data[at : at + size])
    at += size
open(sys.argv[2], 'wb').write(b''.join(frames[600:1200]))
PY

x264=(-c:v libx264 -profile:v main -preset slow -pix_fmt yuv420p -bf 0 -g 32 -keyint_min 32 -sc_threshold 0
  -flags +cgop -b:v "${rate}k" -maxrate "$((rate * 2))k" -bufsize "$((rate * 2))k" -passlogfile "$work/pass")
input=(-v error -y -framerate 25 -i "$frames" -frames:v 320 -vf scale=540:960:flags=lanczos,format=yuv420p)
ffmpeg "${input[@]}" "${x264[@]}" -pass 1 -f null /dev/null
ffmpeg "${input[@]}" "${x264[@]}" -pass 2 "$work/video.mp4"
ffmpeg -v error -y -i "$work/video.mp4" -i "$work/ring.aac" -map 0:v -map 1:a -c copy -bsf:a aac_adtstoasc \
  -flvflags no_duration_filesize -f flv "$out"
