"""The least window there is: a main window with a label; tells when it has been painted, then ends."""

import sys
import time

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow


class Window(QMainWindow):
    """Tells when it has been painted."""

    def event(self, event: QEvent) -> bool:
        heard = super().event(event)
        if event.type() == QEvent.Type.UpdateRequest:
            QTimer.singleShot(0, self, self.tell)
        return heard

    def tell(self) -> None:
        print(f"window {time.monotonic()}", flush=True)
        QApplication.quit()


app = QApplication(sys.argv)
window = Window()
window.setCentralWidget(QLabel("西宁生物科技产业园区 Xining Biotech Park"))
window.resize(1280, 800)
window.show()
sys.exit(app.exec())
