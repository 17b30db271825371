"""Write what this file is for."""
# region: app
print("Write what this program shows.")
# endregion: app
