"""Draws the images of this folder, each 37 by 21 pixels before it is turned. Needs Pillow 11 or later (PyPI)."""

from pathlib import Path

from PIL import Image

folder = Path(__file__).parent
image = Image.new("RGB", (37, 21), (0, 90, 60))
image.save(folder / "image.png")
image.save(folder / "image.gif")
image.save(folder / "baseline.jpg")
image.save(folder / "progressive.jpg", progressive=True)
image.save(folder / "lossy.webp", quality=50)
image.save(folder / "lossless.webp", lossless=True)
transparent = image.convert("RGBA")
transparent.putalpha(100)
transparent.save(folder / "extended.webp", quality=50)
image.save(folder / "image.avif")
for orientation in range(1, 9):
    exif = Image.Exif()
    exif[0x10F] = "Maker"
    exif[0x112] = orientation
    image.save(folder / f"orientation-{orientation}.jpg", exif=exif)
    # Saved as turns (irot) and mirrors (imir).
    if orientation == 6:
        image.save(folder / "turned.avif", exif=exif)
