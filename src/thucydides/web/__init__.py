"""What does a reader see in the browser?

Duty: pages of the index, a record, a document, rendered here, without script. In: a desk. Out: a FastAPI application.

>>> from thucydides.web import create_app
>>> create_app.__name__
'create_app'
"""

from thucydides.web.app import create_app

__all__ = ["create_app"]
