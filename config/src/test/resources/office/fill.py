"""Opens a workbook in a headless LibreOffice, types into cells of a sheet, and saves it as xlsx.

fill.py SOURCE TARGET SHEET CELL=TEXT...
"""

import pathlib
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

source, target, sheet = sys.argv[1:4]
cells = [argument.split("=", 1) for argument in sys.argv[4:]]


def option(name, value):
    return PropertyValue(Name=name, Value=value)


with tempfile.TemporaryDirectory() as profile:
    pipe = f"fill{time.time_ns()}"
    office = subprocess.Popen(
        [
            "soffice",
            "--headless",
            "--norestore",
            "--nologo",
            f"-env:UserInstallation={pathlib.Path(profile).as_uri()}",
            f"--accept=pipe,name={pipe};urp;",
        ]
    )
    try:
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        for attempt in range(240):
            try:
                context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
                break
            except NoConnectException:
                time.sleep(0.5)
        else:
            sys.exit("LibreOffice did not come up within two minutes")
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        document = desktop.loadComponentFromURL(
            pathlib.Path(source).as_uri(), "_blank", 0, (option("Hidden", True),)
        )
        for cell, text in cells:
            document.Sheets.getByName(sheet).getCellRangeByName(cell).setString(text)
        document.storeToURL(pathlib.Path(target).as_uri(), (option("FilterName", "Calc MS Excel 2007 XML"),))
        document.close(True)
        desktop.terminate()
    finally:
        office.wait(timeout=60)
