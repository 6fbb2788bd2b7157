"""What does a PDF say, and what is each line of it?

A PDF prints characters at places and knows no paragraphs. pdfium gives the characters in the order of the file; which
of them are one line, which lines one paragraph, and which are heads and feet of the page, their places tell.
"""

from thucydides.reading.pdf.reader import Pdf

__all__ = ["Pdf"]
