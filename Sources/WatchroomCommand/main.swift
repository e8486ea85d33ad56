import Watchroom
