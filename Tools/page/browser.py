"""A headless Chromium that opens one page, and what it has to say about it."""

import base64
import pathlib
import shutil

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service


def open_page(path, width=1280, height=900, dark=False):
    """A driver that shows the page at `path`, as from a disk."""
    options = Options()
    for argument in ["--headless=new", "--no-sandbox", "--hide-scrollbars", f"--window-size={width},{height}"]:
        options.add_argument(argument)
    if dark:
        options.add_argument("--force-dark-mode")
        options.add_argument("--blink-settings=preferredColorScheme=0")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
    driver.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
    )
    if dark:
        driver.execute_cdp_cmd(
            "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": "dark"}]}
        )
    driver.get(pathlib.Path(path).resolve().as_uri())
    return driver


def screenshot(driver, path, width):
    """Saves the whole page as one picture."""
    height = driver.execute_script("return document.documentElement.scrollHeight")
    result = driver.execute_cdp_cmd(
        "Page.captureScreenshot",
        {"captureBeyondViewport": True, "clip": {"x": 0, "y": 0, "width": width, "height": min(height, 16000), "scale": 1}},
    )
    pathlib.Path(path).write_bytes(base64.b64decode(result["data"]))


def print_page(driver, path):
    """Saves the page as it would come out of a printer."""
    result = driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True, "printBackground": True})
    pathlib.Path(path).write_bytes(base64.b64decode(result["data"]))


def complaints(driver):
    """What the console has said that is a warning or worse."""
    return [entry["message"] for entry in driver.get_log("browser") if entry["level"] in ("SEVERE", "WARNING")]
