"""Run Python with the words given and tell the most memory it held, kilobytes.

A process of its own, small, for a child begins with the memory of its parent on the books.
"""

import resource
import subprocess
import sys

done = subprocess.run([sys.executable, *sys.argv[1:]], stdout=subprocess.DEVNULL, check=False)
sys.stdout.write(f"{resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss}\n")
sys.exit(done.returncode)
