"""What the starter pack knows: picture concepts and sound classes, with the words people use for them.

A concept's `words` are paraphrases; every caption is one of them inside one of the frames below. The first word of each
is the canonical prompt. The paper's ten picture and ten sound prompts (images-that-sound, table 5) are all covered.
"""
from dataclasses import dataclass


@dataclass(frozen=True)
class Picture:
    name: str
    glyphs: str                # Noto Color Emoji characters, or letters of drawn things: pictures.DRAWN
    words: tuple[str, ...]
    ground: str = "none"       # what may stand behind: none | land | hills | water | night | track
    most: int = 4              # at most so many glyphs side by side
    often: int = 2             # how often it is shown: the paper's prompts 4, the first 32 concepts 2, the later ones 1


@dataclass(frozen=True)
class Sound:
    name: str
    words: tuple[str, ...]
    often: int = 2             # likewise


PICTURES = (
    Picture("castle", "🏰", ("castle towers", "castles", "a castle", "an old castle", "a medieval castle with towers", "a fortress"), "hills", 3, 4),
    Picture("dog", "🐶", ("dogs", "cute dogs", "a dog", "a puppy", "the face of a dog", "puppies"), "none", 4, 4),
    Picture("kitten", "🐱", ("kittens", "furry kittens", "a cat", "cats", "a kitten", "the face of a cat"), "none", 4, 4),
    Picture("tiger", "🐯", ("tigers", "a tiger", "the face of a tiger", "a wild tiger", "a big striped tiger"), "none", 3, 4),
    Picture("racing car", "🏎", ("auto racing game", "a racing car", "race cars", "a fast car", "formula one cars"), "track", 2, 4),
    Picture("mountain", "🏔", ("mountains", "a mountain", "snowy mountains", "mountain peaks", "a mountain landscape", "the alps"), "hills", 3, 4),
    Picture("garden", "🌷🌻", ("a garden", "a blooming garden", "flowers", "tulips and sunflowers", "a flower garden"), "land", 4, 4),
    Picture("forest", "🌲🌳", ("a forest", "trees", "a forest of pine trees", "woods", "tall trees", "a dark forest"), "land", 4, 4),
    Picture("farm", "b🚜", ("a farm", "a barn", "a tractor on a farm", "a barn and a tractor", "a farmyard with a barn", "a red barn"), "land", 2, 4),
    Picture("beach", "🌴🏝", ("a beach", "palm trees on a beach", "a tropical beach", "a palm tree", "palm trees", "a tropical island"), "water", 3, 4),
    Picture("train", "🚂", ("trains", "a train", "a steam train", "a steam locomotive", "a railway engine"), "track", 3),
    Picture("bell", "🔔", ("bells", "a bell", "golden bells", "a big bell", "a ringing bell")),
    Picture("bird", "🐦", ("birds", "a bird", "a little bird", "the head of a bird", "a songbird")),
    Picture("guitar", "🎸", ("guitars", "a guitar", "an electric guitar", "a rock guitar"), "none", 3),
    Picture("boat", "⛵", ("boats", "a sailing boat", "sailing boats", "a sailboat at sea", "a ship with sails"), "water", 3),
    Picture("fireworks", "f", ("fireworks", "fireworks in the night sky", "exploding fireworks", "a firework display"), "none", 4),
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
    Picture("heart", "❤", ("hearts", "a heart", "a big heart", "love hearts"), "none", 4, 1),
    Picture("star", "⭐", ("stars", "a star", "a shining star", "a five-pointed star"), "none", 4, 1),
    Picture("sun", "🌞", ("the sun", "a smiling sun", "a sun with a face", "a shining sun"), "none", 3, 1),
    Picture("crown", "👑", ("crowns", "a crown", "a king's crown", "a golden crown"), "none", 3, 1),
    Picture("key", "🗝", ("keys", "a key", "an old key", "a rusty key"), "none", 4, 1),
    Picture("anchor", "⚓", ("anchors", "an anchor", "a ship's anchor", "a heavy anchor"), "none", 4, 1),
    Picture("umbrella", "☂", ("umbrellas", "an umbrella", "an open umbrella", "a parasol"), "none", 4, 1),
    Picture("leaf", "🍁", ("leaves", "a maple leaf", "autumn leaves", "a fallen leaf"), "none", 4, 1),
    Picture("apple", "🍎", ("apples", "an apple", "a red apple", "fruit"), "none", 4, 1),
    Picture("cactus", "🌵", ("cactuses", "a cactus", "a desert with cactuses", "cacti in the desert"), "land", 4, 1),
    Picture("airplane", "✈", ("airplanes", "an airplane", "a flying plane", "a jet aircraft"), "none", 3, 1),
    Picture("balloon", "🎈", ("balloons", "a balloon", "party balloons", "a red balloon"), "none", 4, 1),
    Picture("candle", "🕯", ("candles", "a candle", "a burning candle", "candlelight"), "none", 4, 1),
    Picture("snail", "🐌", ("snails", "a snail", "a slow snail", "a snail with its shell"), "land", 3, 1),
    Picture("rabbit", "🐰", ("rabbits", "a rabbit", "a bunny", "the face of a rabbit"), "none", 4, 1),
    Picture("panda", "🐼", ("pandas", "a panda", "a panda bear", "the face of a panda"), "none", 4, 1),
    Picture("frog", "🐸", ("frogs", "a frog", "a green frog", "the face of a frog"), "none", 4, 1),
    Picture("pig", "🐷", ("pigs", "a pig", "a piglet", "the face of a pig"), "none", 4, 1),
    Picture("penguin", "🐧", ("penguins", "a penguin", "a little penguin", "penguins on the ice"), "none", 4, 1),
    Picture("whale", "🐳", ("whales", "a whale", "a big whale", "a whale in the ocean"), "water", 3, 1),
    Picture("duck", "🦆", ("ducks", "a duck", "a swimming duck", "a mallard"), "water", 3, 1),
    Picture("spider", "🕷", ("spiders", "a spider", "a scary spider", "a black spider"), "none", 4, 1),
    Picture("octopus", "🐙", ("octopuses", "an octopus", "an octopus with tentacles", "a squid"), "none", 4, 1),
    Picture("bicycle", "🚲", ("bicycles", "a bicycle", "a bike", "an old bicycle"), "none", 3, 1),
    Picture("violin", "🎻", ("violins", "a violin", "a fiddle", "a violin and its bow"), "none", 3, 1),
    Picture("city", "c", ("a city", "a city skyline", "skyscrapers", "tall buildings at night", "a big city at night"), "night", 2, 1),
    Picture("volcano", "🌋", ("volcanoes", "a volcano", "an erupting volcano", "lava and fire"), "none", 3, 1),
    Picture("gate", "⛩", ("a shrine gate", "a Japanese shrine", "a torii gate", "temple gates"), "land", 3, 1),
    Picture("light bulb", "💡", ("light bulbs", "a light bulb", "a glowing light bulb", "a lamp"), "none", 4, 1),
    Picture("robot", "🤖", ("robots", "a robot", "the face of a robot", "a friendly machine"), "none", 4, 1),
    Picture("snowflake", "❄", ("snowflakes", "a snowflake", "an ice crystal", "falling snow"), "none", 4, 1),
    Picture("turtle", "🐢", ("turtles", "a turtle", "a tortoise", "a slow turtle"), "land", 3, 1),
)

SOUNDS = (
    Sound("dog", ("dog barking", "a dog barks", "barking dogs", "a dog barking loudly"), 4),
    Sound("cat", ("cat meowing", "a kitten meowing for attention", "a cat meows", "meowing kittens"), 4),
    Sound("birds", ("bird chirping, tweeting", "birds singing sweetly", "birds chirping", "birdsong", "a bird tweets"), 4),
    Sound("tiger", ("tiger growling", "a tiger growls", "a lion roars", "growling"), 4),
    Sound("bell", ("church bell ringing", "bell ringing", "bells ringing", "a bell tolls slowly", "church bells"), 4),
    Sound("race car", ("race car, auto racing", "a race car passing by and disappearing", "a racing car engine", "cars racing"), 4),
    Sound("train", ("train whistling", "a train whistle", "a steam train whistles", "a train horn blows"), 4),
    Sound("fireworks", ("fireworks banging", "fireworks", "exploding fireworks", "bangs and crackles of fireworks"), 4),
    Sound("cheering", ("people cheering", "a crowd cheering", "applause and cheering", "an audience cheers and claps"), 4),
    Sound("guitar", ("playing acoustic guitar", "acoustic guitar", "a guitar", "someone plays the guitar"), 4),
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
    Sound("harp", ("harp", "playing the harp", "harp music", "a harp glissando"), 1),
    Sound("music box", ("music box", "a music box plays", "a tinkling music box", "a toy music box"), 1),
    Sound("accordion", ("accordion", "accordion music", "playing the accordion", "a street accordion"), 1),
    Sound("saxophone", ("saxophone", "a saxophone solo", "playing saxophone", "jazz saxophone"), 1),
    Sound("electric guitar", ("electric guitar", "a distorted guitar", "a rock guitar solo", "heavy metal guitar"), 1),
    Sound("bass guitar", ("bass guitar", "a bass line", "playing the bass", "a deep bass guitar"), 1),
    Sound("banjo", ("banjo", "playing banjo", "banjo music", "bluegrass banjo"), 1),
    Sound("choir", ("choir", "a choir singing", "people singing", "a church choir"), 1),
    Sound("sitar", ("sitar", "playing sitar", "Indian music", "a sitar melody"), 1),
    Sound("bagpipes", ("bagpipes", "playing bagpipes", "Scottish bagpipes", "a bagpipe tune"), 1),
    Sound("clarinet", ("clarinet", "playing clarinet", "a clarinet melody", "an oboe"), 1),
    Sound("owl", ("owl hooting", "an owl hoots", "an owl at night", "hooting"), 1),
    Sound("frogs", ("frogs croaking", "a frog croaks", "frogs in a pond", "croaking"), 1),
    Sound("cow", ("cow mooing", "a cow moos", "cattle", "mooing"), 1),
    Sound("sheep", ("sheep bleating", "a sheep bleats", "a goat bleats", "bleating"), 1),
    Sound("rooster", ("rooster crowing", "a rooster crows", "a cock crows in the morning", "cock-a-doodle-doo"), 1),
    Sound("duck", ("duck quacking", "a duck quacks", "ducks", "quacking"), 1),
    Sound("bee", ("bee buzzing", "a bee buzzes", "buzzing insects", "a fly buzzing around"), 1),
    Sound("wolf", ("wolf howling", "a wolf howls", "howling wolves", "wolves at night"), 1),
    Sound("horse", ("horse galloping", "horse hooves", "a horse trots", "clip-clop of hooves"), 1),
    Sound("footsteps", ("footsteps", "someone walks", "a person walking", "steps on a floor"), 1),
    Sound("knocking", ("knocking on a door", "someone knocks", "a knock at the door", "knocking"), 1),
    Sound("telephone", ("telephone ringing", "a phone rings", "an old telephone", "a ringing phone"), 1),
    Sound("thunder", ("thunder", "a thunderstorm", "rolling thunder", "thunder rumbling"), 1),
    Sound("fire", ("fire crackling", "a campfire", "a burning fire", "crackling flames"), 1),
    Sound("dripping", ("water dripping", "dripping tap", "drops of water", "a dripping cave"), 1),
    Sound("helicopter", ("helicopter", "a helicopter flies over", "helicopter rotor", "chopper blades"), 1),
    Sound("heartbeat", ("heartbeat", "a beating heart", "a heart beats", "heart sounds"), 1),
    Sound("ship", ("ship horn", "a foghorn", "a ship blows its horn", "a steamer's horn"), 1),
    Sound("typing", ("typing", "typing on a keyboard", "a typewriter", "someone types"), 1),
    Sound("laser", ("laser", "laser guns", "science fiction sounds", "ray gun shots"), 1),
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
