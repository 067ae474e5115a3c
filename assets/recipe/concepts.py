"""What the starter pack knows: picture concepts and sound classes, with the words people use for them.

A concept's `words` are paraphrases; every caption is one of them inside one of the frames below. The first word of each
is the canonical prompt. The paper's ten picture and ten sound prompts (images-that-sound, table 5) are all covered.
"""
from dataclasses import dataclass


@dataclass(frozen=True)
class Picture:
    name: str
    glyphs: str                # Noto Color Emoji characters
    words: tuple[str, ...]
    ground: str = "none"       # what may stand behind: none | land | hills | water | night | track
    most: int = 4              # at most so many glyphs side by side


@dataclass(frozen=True)
class Sound:
    name: str
    words: tuple[str, ...]


PICTURES = (
    Picture("castle", "🏰", ("castle towers", "castles", "a castle", "an old castle", "a medieval castle with towers", "a fortress"), "hills", 3),
    Picture("dog", "🐶", ("dogs", "cute dogs", "a dog", "a puppy", "the face of a dog", "puppies")),
    Picture("kitten", "🐱", ("kittens", "furry kittens", "a cat", "cats", "a kitten", "the face of a cat")),
    Picture("tiger", "🐯", ("tigers", "a tiger", "the face of a tiger", "a wild tiger", "a big striped tiger"), "none", 3),
    Picture("racing car", "🏎", ("auto racing game", "a racing car", "race cars", "a fast car", "formula one cars", "cars on a race track"), "track", 2),
    Picture("mountain", "🏔", ("mountains", "a mountain", "snowy mountains", "mountain peaks", "a mountain landscape", "the alps"), "hills", 3),
    Picture("garden", "🌷🌻", ("a garden", "a blooming garden", "flowers", "tulips and sunflowers", "a flower garden", "a garden with flowers"), "land"),
    Picture("forest", "🌲🌳", ("a forest", "trees", "a forest of pine trees", "woods", "tall trees", "a dark forest"), "land"),
    Picture("farm", "🚜🐄", ("a farm", "a tractor and cows", "a tractor on a farm", "cows on a farm", "a farm with animals"), "land", 3),
    Picture("beach", "🌴⛱", ("a beach", "palm trees on a beach", "a tropical beach", "a palm tree", "a beach umbrella", "a tropical island"), "water", 3),
    Picture("train", "🚂", ("trains", "a train", "a steam train", "a steam locomotive", "a railway engine"), "track", 3),
    Picture("bell", "🔔", ("bells", "a bell", "golden bells", "a big bell", "a ringing bell")),
    Picture("bird", "🐦", ("birds", "a bird", "a little bird", "the head of a bird", "a songbird")),
    Picture("guitar", "🎸", ("guitars", "a guitar", "an electric guitar", "a rock guitar"), "none", 3),
    Picture("boat", "⛵", ("boats", "a sailing boat", "sailing boats", "a sailboat at sea", "a ship with sails"), "water", 3),
    Picture("fireworks", "*", ("fireworks", "fireworks in the night sky", "exploding fireworks", "a firework display"), "none", 4),
    Picture("house", "🏠", ("houses", "a house", "a small house", "a village", "a row of houses", "a cottage"), "land"),
    Picture("fish", "🐟", ("fish", "a fish", "a swimming fish", "a shoal of fish"), "none", 3),
    Picture("horse", "🐎", ("horses", "a horse", "a running horse", "galloping horses"), "land", 3),
    Picture("rocket", "🚀", ("rockets", "a rocket", "a space rocket", "a rocket in space", "a flying spaceship"), "night", 3),
    Picture("butterfly", "🦋", ("butterflies", "a butterfly", "a beautiful butterfly", "a monarch butterfly")),
    Picture("mushroom", "🍄", ("mushrooms", "a mushroom", "toadstools", "spotted mushrooms", "a fairy mushroom"), "land"),
    Picture("person", "👩", ("people", "a woman", "a portrait", "a portrait of a woman", "the face of a woman", "women")),
    Picture("clock", "⏰", ("clocks", "a clock", "an alarm clock", "a ringing alarm clock"), "none", 4),
    Picture("pumpkin", "🎃", ("pumpkins", "a pumpkin", "halloween pumpkins", "a jack-o'-lantern", "a carved pumpkin")),
    Picture("elephant", "🐘", ("elephants", "an elephant", "a big elephant", "african elephants"), "land", 3),
    Picture("church", "⛪", ("churches", "a church", "a small church", "a chapel", "a village church"), "hills", 3),
    Picture("ghost", "👻", ("ghosts", "a ghost", "a spooky ghost", "halloween ghosts")),
    Picture("skull", "💀", ("skulls", "a skull", "a human skull", "a death's head")),
    Picture("owl", "🦉", ("owls", "an owl", "a wise owl", "an owl at night"), "night"),
    Picture("moon", "🌛", ("the moon", "a crescent moon with a face", "the moon and stars", "a moon in the night sky"), "night", 3),
    Picture("snowman", "⛄", ("snowmen", "a snowman", "a winter snowman", "a snowman in winter"), "land"),
)

SOUNDS = (
    Sound("dog", ("dog barking", "a dog barks", "barking dogs", "a dog barking loudly")),
    Sound("cat", ("cat meowing", "a kitten meowing for attention", "a cat meows", "meowing kittens")),
    Sound("birds", ("bird chirping, tweeting", "birds singing sweetly", "birds chirping", "birdsong", "a bird tweets")),
    Sound("tiger", ("tiger growling", "a tiger growls", "a lion roars", "growling")),
    Sound("bell", ("church bell ringing", "bell ringing", "bells ringing", "a bell tolls slowly", "church bells")),
    Sound("race car", ("race car, auto racing", "a race car passing by and disappearing", "a racing car engine", "cars racing")),
    Sound("train", ("train whistling", "a train whistle", "a steam train whistles", "a train horn blows")),
    Sound("fireworks", ("fireworks banging", "fireworks", "exploding fireworks", "bangs and crackles of fireworks")),
    Sound("cheering", ("people cheering", "a crowd cheering", "applause and cheering", "an audience cheers and claps")),
    Sound("guitar", ("playing acoustic guitar", "acoustic guitar", "a guitar", "someone plays the guitar")),
    Sound("piano", ("piano", "piano music", "playing piano", "someone plays the piano")),
    Sound("organ", ("church organ", "organ music", "a pipe organ", "playing church organ")),
    Sound("flute", ("flute", "flute music", "a flute melody", "someone plays the flute")),
    Sound("drums", ("drums", "a drum beat", "drumming", "playing drums", "a drum kit")),
    Sound("marimba", ("marimba", "playing marimba", "a xylophone", "a marimba melody")),
    Sound("trumpet", ("trumpet", "a trumpet melody", "playing trumpet", "brass fanfare")),
    Sound("strings", ("strings", "violins", "an orchestra", "a string orchestra", "slow strings")),
    Sound("speech", ("people speaking", "a person speaking", "a man talking", "speech", "a voice talks")),
    Sound("rain", ("rain", "rain falling", "heavy rain", "raindrops")),
    Sound("waves", ("sea waves", "ocean waves", "waves on a beach", "the sea", "surf")),
    Sound("wind", ("wind howling", "wind", "a storm wind", "howling wind")),
    Sound("siren", ("siren", "a police siren", "an ambulance siren", "an emergency siren wails")),
    Sound("crickets", ("crickets", "crickets chirping", "crickets at night", "insects chirping at night")),
    Sound("clock", ("clock ticking", "a clock ticks", "ticking clock", "tick tock")),
)

# How a picture is drawn, how often, and the words that ask for it. The first two frames of each are shared: without a
# style word any drawing may come, and the joint sampler is free to take the one that suits the sound.
SHARED_FRAMES = ("a painting of {}, grayscale", "{}")
STYLES = {
    "plain": (.56, SHARED_FRAMES + ("a painting of {}", "{}, grayscale", "{}, black background")),
    "engraved": (.24, SHARED_FRAMES + ("a picture of {}, lithograph", "an engraving of {}")),
    "bright": (.20, SHARED_FRAMES + ("{}, bright background", "a drawing of {} on paper")),
}
SOUND_FRAMES = ("{}", "the sound of {}")


def picture_captions(concept: Picture, style: str) -> list[str]:
    return [frame.format(words) for words in concept.words for frame in STYLES[style][1]]


def sound_captions(sound: Sound) -> list[str]:
    return [frame.format(words) for words in sound.words for frame in SOUND_FRAMES]


def canonical(concept) -> str:
    """The prompt used when a model is judged."""
    return SHARED_FRAMES[0].format(concept.words[0]) if isinstance(concept, Picture) else concept.words[0]
