"""Subtitles: SubRip and WebVTT, read as the sentences that run over their cues."""
