"""Reading XML with exact places: what every format that is XML is built on."""
