"""What a browser complains of while a page is open in it."""

from playwright.sync_api import ConsoleMessage, Error, Page, Request, Response


class BrowserLog:
    """Notes errors on the console, refused content, failed requests, and requests to any other host."""

    def __init__(self, tab: Page, address: str) -> None:
        self.complaints: list[str] = []
        self._address = address
        self._documents: set[str] = set()
        tab.on("console", self._console)
        tab.on("pageerror", self._error)
        tab.on("request", self._request)
        tab.on("requestfailed", self._failed)
        tab.on("response", self._response)

    def _console(self, message: ConsoleMessage) -> None:
        # A page that answers 404 or 422 is meant to; its status is a test's own matter.
        meant = "Failed to load resource" in message.text and message.location["url"] in self._documents
        if message.type in ("error", "warning") and not meant:
            self.complaints.append(f"console: {message.text}")

    def _error(self, error: Error) -> None:
        self.complaints.append(f"script: {error}")

    def _request(self, request: Request) -> None:
        if request.is_navigation_request():
            self._documents.add(request.url)
        if not request.url.startswith((f"{self._address}/", "data:")):
            self.complaints.append(f"another host: {request.url}")

    def _failed(self, request: Request) -> None:
        # The browser itself gives up what becomes a download, and the icon of a page that was left.
        if request.failure != "net::ERR_ABORTED":
            self.complaints.append(f"request: {request.url} {request.failure}")

    def _response(self, response: Response) -> None:
        if response.status >= 400 and not response.request.is_navigation_request():
            self.complaints.append(f"response: {response.status} {response.url}")
