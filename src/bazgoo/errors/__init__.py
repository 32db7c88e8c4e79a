"""Every error a person can meet, drawn as a tree.

BazgooError
├── NotFound
│   ├── VoiceNotFound
│   ├── SpeechModelNotFound
│   ├── PathNotFound
│   ├── UserNotFound
│   ├── KeyNotFound
│   ├── RepoNotFound
│   ├── RevisionNotFound
│   ├── RepoFileNotFound
│   ├── DownloadNotFound
│   ├── LinkExpired
│   ├── ModelNotFound
│   ├── LexiconEntryNotFound
│   ├── DatasetNotFound
│   ├── RecordNotFound
│   ├── TrainingNotFound
│   ├── ModelFileNotFound
│   ├── CheckpointNotFound
│   ├── SampleNotFound
│   ├── PairNotFound
│   ├── BackupNotFound
│   └── JobNotFound
├── Conflict
│   ├── EmailTaken
│   ├── LastAdmin
│   ├── StudioRunning
│   ├── PortBusy
│   ├── DatabaseOlder
│   ├── DatabaseNewer
│   ├── FolderBusy
│   ├── FolderNotEmpty
│   ├── DownloadFinished
│   ├── ModelInUse
│   ├── LexiconFull
│   ├── DatasetBusy
│   ├── WorkCancelled
│   ├── TrainingFinished
│   ├── TrainingBusy
│   ├── TooManyTrainings
│   ├── NothingToBackUp
│   ├── BackupExists
│   ├── BackupRunning
│   ├── BackupIsBase
│   ├── BackupNewer
│   ├── DataThere
│   ├── DatabaseForeign
│   ├── DatabaseInUse
│   ├── RestoreRunning
│   ├── FolderFixed
│   └── JobFinished
├── Invalid
│   ├── TooLarge
│   │   ├── TextTooLong
│   │   ├── BodyTooLarge
│   │   ├── UploadTooLarge
│   │   ├── DatasetTooLarge
│   │   ├── QuotaExceeded
│   │   └── ClipTooLong
│   ├── MethodNotAllowed
│   ├── RequestTooSlow
│   ├── RequestInvalid
│   ├── CursorInvalid
│   ├── ExpiryPast
│   ├── TextEmpty
│   ├── NothingToSpeak
│   ├── SsmlInvalid
│   ├── FormatUnavailable
│   ├── FileUnreadable
│   ├── FileUnwritable
│   ├── ModelNotFromHub
│   ├── VoiceDamaged
│   │   └── VoiceUnsupported
│   ├── VoiceNotInBrowser
│   ├── SettingInvalid
│   ├── HubTokenInvalid
│   ├── NothingToDownload
│   ├── FileNameUnsafe
│   ├── SampleUnusable
│   ├── HubTokenMissing
│   ├── HubAddressPrivate
│   ├── ModelDamaged
│   ├── BundleUnsafe
│   ├── BundleDamaged
│   ├── ImportUnusable
│   ├── ExampleUnfit
│   ├── LexiconWordInvalid
│   ├── PronunciationInvalid
│   ├── LexiconFileInvalid
│   ├── DatasetDamaged
│   ├── DatasetInvalid
│   ├── ArchiveUnsafe
│   ├── ArchiveDamaged
│   ├── AudioUnreadable
│   ├── NothingHeldOut
│   ├── NothingToLearn
│   ├── JudgeDamaged
│   ├── TrainingConfigInvalid
│   ├── TrainingRefused
│   ├── TrainingDiverged
│   ├── CheckpointDamaged
│   ├── BaseCheckpointUnusable
│   ├── BackupDamaged
│   ├── BackupPasswordMissing
│   ├── BackupPasswordWrong
│   └── BackupBaseMissing
├── Forbidden
│   ├── RegistrationClosed
│   ├── AccountDisabled
│   ├── AdminOnly
│   ├── LoginOnly
│   ├── RepoGated
│   ├── RepoDisabled
│   ├── HubTokenScope
│   ├── ModelFilesClosed
│   ├── ModelNotYours
│   └── Unauthenticated
│       ├── LoginRequired
│       ├── CredentialsInvalid
│       ├── TokenInvalid
│       ├── TokenExpired
│       ├── KeyInvalid
│       └── RefreshTokenInvalid
├── InternalError
└── Unavailable
    ├── PlayerMissing
    ├── DatabaseUnavailable
    ├── DatabaseUnusable
    ├── DatabaseNotStarted
    ├── DatabaseRefusesRoot
    ├── DataDirUnwritable
    ├── DiskFull
    │   └── NoRoomForDownload
    ├── DiskLow
    ├── WorkersGone
    ├── QueueWaits
    ├── EngineFails
    ├── NothingSpeaks
    ├── StudioNotStarted
    ├── PagesNotBuilt
    ├── ChromiumMissing
    ├── EngineUnavailable
    ├── PeerNotStarted
    ├── HubUnreachable
    ├── HubBlocked
    ├── HubPortal
    ├── HubAnswerInvalid
    ├── DownloadCorrupt
    ├── WorkCrashed
    ├── TorchMissing
    ├── ClusterMissing
    ├── TrainerCrashed
    ├── TrainingMemoryFull
    ├── TrainingBroken
    └── TooMany
        ├── RateLimited
        ├── CharacterQuotaExceeded
        ├── AudioQuotaExceeded
        └── HubRateLimited

The class is the kind; ``code`` is stable and for machines; ``fa`` and ``en`` are sentences for people, filled
with the keyword arguments the error was raised with.  The library knows no HTTP: ``server/problems.py`` maps
kinds to statuses.
"""

from bazgoo.errors.accounts import (
    AccountDisabled,
    AdminOnly,
    CredentialsInvalid,
    EmailTaken,
    ExpiryPast,
    KeyInvalid,
    KeyNotFound,
    LastAdmin,
    LoginOnly,
    LoginRequired,
    RefreshTokenInvalid,
    RegistrationClosed,
    TokenExpired,
    TokenInvalid,
    UserNotFound,
)
from bazgoo.errors.asking import (
    BodyTooLarge,
    CursorInvalid,
    InternalError,
    JobFinished,
    JobNotFound,
    MethodNotAllowed,
    PathNotFound,
    RateLimited,
    RequestInvalid,
    RequestTooSlow,
)
from bazgoo.errors.backups import (
    BackupBaseMissing,
    BackupDamaged,
    BackupExists,
    BackupIsBase,
    BackupNewer,
    BackupNotFound,
    BackupPasswordMissing,
    BackupPasswordWrong,
    BackupRunning,
    DatabaseForeign,
    DatabaseInUse,
    DataThere,
    FolderFixed,
    NothingToBackUp,
    RestoreRunning,
)
from bazgoo.errors.datasets import (
    ArchiveDamaged,
    ArchiveUnsafe,
    AudioUnreadable,
    ClipTooLong,
    DatasetBusy,
    DatasetDamaged,
    DatasetInvalid,
    DatasetNotFound,
    DatasetTooLarge,
    QuotaExceeded,
    RecordNotFound,
    WorkCancelled,
    WorkCrashed,
)
from bazgoo.errors.hub import (
    DownloadCorrupt,
    FileNameUnsafe,
    FolderBusy,
    HubAddressPrivate,
    HubAnswerInvalid,
    HubBlocked,
    HubPortal,
    HubRateLimited,
    HubTokenInvalid,
    HubTokenScope,
    HubUnreachable,
    NoRoomForDownload,
    NothingToDownload,
    RepoDisabled,
    RepoFileNotFound,
    RepoGated,
    RepoNotFound,
    RevisionNotFound,
)
from bazgoo.errors.judging import JudgeDamaged, NothingHeldOut, NothingToLearn
from bazgoo.errors.kinds import (
    BazgooError,
    Conflict,
    Forbidden,
    Invalid,
    Language,
    NotFound,
    TooLarge,
    TooMany,
    Unauthenticated,
    Unavailable,
    in_persian_digits,
)
from bazgoo.errors.lexicon import (
    LexiconEntryNotFound,
    LexiconFileInvalid,
    LexiconFull,
    LexiconWordInvalid,
    PronunciationInvalid,
)
from bazgoo.errors.models import (
    BundleDamaged,
    BundleUnsafe,
    ExampleUnfit,
    ImportUnusable,
    ModelDamaged,
    ModelFileNotFound,
    ModelFilesClosed,
    ModelNotFound,
    ModelNotFromHub,
)
from bazgoo.errors.sources import (
    DownloadFinished,
    DownloadNotFound,
    HubTokenMissing,
    LinkExpired,
    ModelInUse,
    ModelNotYours,
    SampleUnusable,
    UploadTooLarge,
)
from bazgoo.errors.speaking import (
    AudioQuotaExceeded,
    CharacterQuotaExceeded,
    EngineUnavailable,
    FileUnreadable,
    FileUnwritable,
    FormatUnavailable,
    NothingToSpeak,
    PlayerMissing,
    SpeechModelNotFound,
    SsmlInvalid,
    TextEmpty,
    TextTooLong,
    VoiceDamaged,
    VoiceNotFound,
    VoiceNotInBrowser,
    VoiceUnsupported,
)
from bazgoo.errors.studio import (
    ChromiumMissing,
    DatabaseNewer,
    DatabaseNotStarted,
    DatabaseOlder,
    DatabaseRefusesRoot,
    DatabaseUnavailable,
    DatabaseUnusable,
    DataDirUnwritable,
    DiskFull,
    DiskLow,
    EngineFails,
    FolderNotEmpty,
    NothingSpeaks,
    PagesNotBuilt,
    PeerNotStarted,
    PortBusy,
    QueueWaits,
    SettingInvalid,
    StudioNotStarted,
    StudioRunning,
    WorkersGone,
)
from bazgoo.errors.training import (
    BaseCheckpointUnusable,
    CheckpointDamaged,
    CheckpointNotFound,
    ClusterMissing,
    PairNotFound,
    SampleNotFound,
    TooManyTrainings,
    TorchMissing,
    TrainerCrashed,
    TrainingBroken,
    TrainingBusy,
    TrainingConfigInvalid,
    TrainingDiverged,
    TrainingFinished,
    TrainingMemoryFull,
    TrainingNotFound,
    TrainingRefused,
)

__all__ = [
    "AccountDisabled",
    "AdminOnly",
    "ArchiveDamaged",
    "ArchiveUnsafe",
    "AudioQuotaExceeded",
    "AudioUnreadable",
    "BackupBaseMissing",
    "BackupDamaged",
    "BackupExists",
    "BackupIsBase",
    "BackupNewer",
    "BackupNotFound",
    "BackupPasswordMissing",
    "BackupPasswordWrong",
    "BackupRunning",
    "BaseCheckpointUnusable",
    "BazgooError",
    "BodyTooLarge",
    "BundleDamaged",
    "BundleUnsafe",
    "CharacterQuotaExceeded",
    "CheckpointDamaged",
    "CheckpointNotFound",
    "ChromiumMissing",
    "ClipTooLong",
    "ClusterMissing",
    "Conflict",
    "CredentialsInvalid",
    "CursorInvalid",
    "DataDirUnwritable",
    "DataThere",
    "DatabaseForeign",
    "DatabaseInUse",
    "DatabaseNewer",
    "DatabaseNotStarted",
    "DatabaseOlder",
    "DatabaseRefusesRoot",
    "DatabaseUnavailable",
    "DatabaseUnusable",
    "DatasetBusy",
    "DatasetDamaged",
    "DatasetInvalid",
    "DatasetNotFound",
    "DatasetTooLarge",
    "DiskFull",
    "DiskLow",
    "DownloadCorrupt",
    "DownloadFinished",
    "DownloadNotFound",
    "EmailTaken",
    "EngineFails",
    "EngineUnavailable",
    "ExampleUnfit",
    "ExpiryPast",
    "FileNameUnsafe",
    "FileUnreadable",
    "FileUnwritable",
    "FolderBusy",
    "FolderFixed",
    "FolderNotEmpty",
    "Forbidden",
    "FormatUnavailable",
    "HubAddressPrivate",
    "HubAnswerInvalid",
    "HubBlocked",
    "HubPortal",
    "HubRateLimited",
    "HubTokenInvalid",
    "HubTokenMissing",
    "HubTokenScope",
    "HubUnreachable",
    "ImportUnusable",
    "InternalError",
    "Invalid",
    "JobFinished",
    "JobNotFound",
    "JudgeDamaged",
    "KeyInvalid",
    "KeyNotFound",
    "Language",
    "LastAdmin",
    "LexiconEntryNotFound",
    "LexiconFileInvalid",
    "LexiconFull",
    "LexiconWordInvalid",
    "LinkExpired",
    "LoginOnly",
    "LoginRequired",
    "MethodNotAllowed",
    "ModelDamaged",
    "ModelFileNotFound",
    "ModelFilesClosed",
    "ModelInUse",
    "ModelNotFound",
    "ModelNotFromHub",
    "ModelNotYours",
    "NoRoomForDownload",
    "NotFound",
    "NothingHeldOut",
    "NothingSpeaks",
    "NothingToBackUp",
    "NothingToDownload",
    "NothingToLearn",
    "NothingToSpeak",
    "PagesNotBuilt",
    "PairNotFound",
    "PathNotFound",
    "PeerNotStarted",
    "PlayerMissing",
    "PortBusy",
    "PronunciationInvalid",
    "QueueWaits",
    "QuotaExceeded",
    "RateLimited",
    "RecordNotFound",
    "RefreshTokenInvalid",
    "RegistrationClosed",
    "RepoDisabled",
    "RepoFileNotFound",
    "RepoGated",
    "RepoNotFound",
    "RequestInvalid",
    "RequestTooSlow",
    "RestoreRunning",
    "RevisionNotFound",
    "SampleNotFound",
    "SampleUnusable",
    "SettingInvalid",
    "SpeechModelNotFound",
    "SsmlInvalid",
    "StudioNotStarted",
    "StudioRunning",
    "TextEmpty",
    "TextTooLong",
    "TokenExpired",
    "TokenInvalid",
    "TooLarge",
    "TooMany",
    "TooManyTrainings",
    "TorchMissing",
    "TrainerCrashed",
    "TrainingBroken",
    "TrainingBusy",
    "TrainingConfigInvalid",
    "TrainingDiverged",
    "TrainingFinished",
    "TrainingMemoryFull",
    "TrainingNotFound",
    "TrainingRefused",
    "Unauthenticated",
    "Unavailable",
    "UploadTooLarge",
    "UserNotFound",
    "VoiceDamaged",
    "VoiceNotFound",
    "VoiceNotInBrowser",
    "VoiceUnsupported",
    "WorkCancelled",
    "WorkCrashed",
    "WorkersGone",
    "in_persian_digits",
]
