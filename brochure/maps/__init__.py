"""Everything drawn from geography: the layers, the printed plan and the shell of the map on the screen."""
