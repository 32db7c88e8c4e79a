// Generated from the server's OpenAPI document by `npm run generate`; never edited by hand.

export interface paths {
    "/api/admin/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Audit
         * @description What was done, the newest first.
         */
        get: operations["list_audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/backups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Backups
         * @description The backups of the installation, the newest first.
         */
        get: operations["list_backups"];
        put?: never;
        /**
         * Make Backup
         * @description Have a backup made.
         */
        post: operations["make_backup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/backups/link/{ticket}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Backup By Link
         * @description The backup itself; the link is its own permission.
         */
        get: operations["read_backup_by_link"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/backups/running": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Running Backup
         * @description How far the one is that is being made; null when there is none.
         */
        get: operations["read_running_backup"];
        put?: never;
        post?: never;
        /**
         * Cancel Backup
         * @description Stop the one that is being made; nothing of it is left.
         */
        delete: operations["cancel_backup"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/backups/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Backup
         * @description One backup, whole or in part.
         */
        get: operations["read_backup"];
        put?: never;
        post?: never;
        /**
         * Delete Backup
         * @description Delete a backup; not while another begins from it.
         */
        delete: operations["delete_backup"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/backups/{name}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make Backup Link
         * @description A link for a few minutes under which a browser can save the backup.
         */
        post: operations["make_backup_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Jobs
         * @description The downloads, trainings and datasets of everybody, the newest first.
         */
        get: operations["list_jobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/jobs/{kind}/{job_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Cancel Job
         * @description Cancel anybody's job, as its owner could; a dataset that is only being measured stays as it is.
         */
        delete: operations["cancel_job"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Logs
         * @description The last lines that the studio or its worker wrote, the newest first.
         */
        get: operations["read_logs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Installation Settings
         * @description The settings of the installation.
         */
        get: operations["read_installation_settings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change Installation Settings
         * @description Change settings of the installation; they hold at once.
         */
        patch: operations["change_installation_settings"];
        trace?: never;
    };
    "/api/admin/users/{user_id}/quota": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Quota
         * @description How much a person may have, and has.
         */
        get: operations["read_quota"];
        /**
         * Change Quota
         * @description Change how much a person may have, at once; what is null or not named is as the settings say.
         */
        put: operations["change_quota"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Keys
         * @description The API keys of this account; the keys themselves are never shown again.
         */
        get: operations["list_keys"];
        put?: never;
        /**
         * Make Key
         * @description Make an API key for a program; it is shown this once.
         */
        post: operations["make_key"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/keys/{key_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete Key
         * @description Delete an API key; it stops working at once.
         */
        delete: operations["delete_key"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log In
         * @description Log in with e-mail and password.
         */
        post: operations["log_in"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log Out
         * @description End this login; its tokens stop working at once.
         */
        post: operations["log_out"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Me
         * @description Who is asking.
         */
        get: operations["read_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refresh
         * @description Change a refresh token for new tokens; each is good for one use, and a second use ends the login.
         */
        post: operations["refresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register
         * @description Make an account and log in; the first account of an installation is its admin.
         */
        post: operations["register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/welcome": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Welcome
         * @description What someone who is not logged in may do here.
         */
        get: operations["read_welcome"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datasets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Datasets
         * @description The caller's datasets, the newest first.
         */
        get: operations["list_datasets"];
        put?: never;
        /**
         * Create Dataset
         * @description Bring in a file; the answer is the checked dataset, or the unfinished one where that takes long.
         */
        post: operations["create_dataset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datasets/export/{ticket}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Export
         * @description The zip itself; the link is its own permission.
         */
        get: operations["read_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datasets/pull": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pull Dataset
         * @description Bring a dataset from the Hub.
         */
        post: operations["pull_dataset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datasets/{dataset_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Dataset
         * @description One of the caller's datasets.
         */
        get: operations["read_dataset"];
        put?: never;
        post?: never;
        /**
         * Delete Dataset
         * @description Delete it with its files; what is being done to it stops. Not while an unfinished training needs it.
         */
        delete: operations["delete_dataset"];
        options?: never;
        head?: never;
        /**
         * Change Dataset
         * @description Give it another name, licence or consent.
         */
        patch: operations["change_dataset"];
        trace?: never;
    };
    "/api/datasets/{dataset_id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check Dataset
         * @description Measure every record and make the report anew.
         */
        post: operations["check_dataset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datasets/{dataset_id}/exclude": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exclude Records
         * @description Keep records out, by number or by problem, or take them in again.
         */
        post: operations["exclude_records"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datasets/{dataset_id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Dataset
         * @description The dataset as a zip, without what is excluded.
         */
        get: operations["export_dataset"];
        put?: never;
        /**
         * Make Export Link
         * @description A link for a few minutes under which the dataset can be saved as a zip.
         */
        post: operations["make_export_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datasets/{dataset_id}/prompts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Dataset Prompts
         * @description The sentences of this dataset: one's own, else Bazgoo's.
         */
        get: operations["list_dataset_prompts"];
        put?: never;
        /**
         * Keep Dataset Prompts
         * @description Read sentences of one's own: a text file with one a line, or JSON `{"lines": […]}`; none brings Bazgoo's back.
         */
        post: operations["keep_dataset_prompts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datasets/{dataset_id}/recording": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Recording
         * @description What to read next, and how far one is.
         */
        get: operations["read_recording"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datasets/{dataset_id}/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Records
         * @description A page of records.
         */
        get: operations["list_records"];
        put?: never;
        /**
         * Add Record
         * @description Add one recording; what is wrong with it is measured at once and told with it.
         */
        post: operations["add_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datasets/{dataset_id}/records/{n}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Record
         * @description One record.
         */
        get: operations["read_record"];
        put?: never;
        post?: never;
        /**
         * Delete Record
         * @description Delete a record with its audio.
         */
        delete: operations["delete_record"];
        options?: never;
        head?: never;
        /**
         * Change Record
         * @description Change what is said of a record.
         */
        patch: operations["change_record"];
        trace?: never;
    };
    "/api/datasets/{dataset_id}/records/{n}/audio": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Audio
         * @description The clip as it came, or as a training will hear it; answers ranges.
         */
        get: operations["read_audio"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datasets/{dataset_id}/records/{n}/peaks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Peaks
         * @description Its waveform.
         */
        get: operations["read_peaks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datasets/{dataset_id}/records/{n}/spectrogram": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Spectrogram
         * @description Its spectrogram: time from left to right, 0–8 kHz from bottom to top.
         */
        get: operations["read_spectrogram"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Api Health
         * @description Whether the studio can work; the same as `/health`.
         */
        get: operations["read_api_health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lexicon": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Lexicon
         * @description One's own pronunciations, the newest first.
         */
        get: operations["list_lexicon"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lexicon/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Lexicon
         * @description The whole lexicon as a file: `word`, `ipa` and `spoken`, apart by tabs.
         */
        get: operations["export_lexicon"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lexicon/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import Lexicon
         * @description Take in a file of at most 1 MB, all of it or nothing; what is refused is told line by line.
         */
        post: operations["import_lexicon"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lexicon/{word}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Lexicon Entry
         * @description How one says one word. The word «export» is only in the list: its address is that of the file.
         */
        get: operations["read_lexicon_entry"];
        /**
         * Keep Lexicon Entry
         * @description Say from now on how a word is to be said; it holds at once, in all one's texts.
         */
        put: operations["keep_lexicon_entry"];
        post?: never;
        /**
         * Forget Lexicon Entry
         * @description Leave a word to be read as it was before.
         */
        delete: operations["forget_lexicon_entry"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prompts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Prompts
         * @description Bazgoo's own sentences, in an order that has every sound of Persian early.
         */
        get: operations["list_prompts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reader": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Archive
         * @description The text front end of this server, for a page to run: Python modules, weights, and eSpeak NG's data.
         */
        get: operations["read_archive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Settings
         * @description The caller's own settings; of the Hub token only a hint.
         */
        get: operations["read_settings"];
        put?: never;
        /**
         * Change Settings
         * @description Change one's own settings; those not named stay.
         */
        post: operations["change_settings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/huggingface/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Keep Hub Token
         * @description Keep a token of the Hub, sealed; one that the Hub does not accept is refused.
         */
        put: operations["keep_hub_token"];
        post?: never;
        /**
         * Forget Hub Token
         * @description Forget the token of the Hub.
         */
        delete: operations["forget_hub_token"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/huggingface/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Check Hub Token
         * @description What the Hub says of a token, or of the one that is kept.
         */
        put: operations["check_hub_token"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/bundle/{ticket}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Bundle
         * @description The bundle itself; the link is its own permission.
         */
        get: operations["read_bundle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/download": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin Download
         * @description Bring a repository, a voice of it, or some of its files.
         */
        post: operations["begin_download"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/download/{download_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Download
         * @description One of the caller's downloads.
         */
        get: operations["read_download"];
        put?: never;
        post?: never;
        /**
         * Cancel Download
         * @description Stop a download and take away what came.
         */
        delete: operations["cancel_download"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/download/{download_id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause Download
         * @description Stop a download and keep what came.
         */
        post: operations["pause_download"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/download/{download_id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume Download
         * @description Let a paused or failed download go on, perhaps over another mirror.
         */
        post: operations["resume_download"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/downloads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Downloads
         * @description The caller's downloads, the newest first.
         */
        get: operations["list_downloads"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import Models
         * @description Install a bundle (one `.tar`) or voices (`.onnx` with `.onnx.json`) from files.
         */
        post: operations["import_models"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/installed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Installed
         * @description Every installed model, checked against the disk.
         */
        get: operations["list_installed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/installed/{model_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Uninstall Model
         * @description Uninstall a model; its files are deleted.
         */
        delete: operations["uninstall_model"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/installed/{model_id}/bundle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make Bundle Link
         * @description A link for a few minutes under which whoever brought the model, or an admin, can save it as one file.
         */
        post: operations["make_bundle_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/installed/{model_id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Model Files
         * @description The files of a model, for a page that runs it.
         */
        get: operations["list_model_files"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/installed/{model_id}/files/{path}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Model File
         * @description One file of a model; answers ranges, and 304 to the ETag it gave.
         */
        get: operations["read_model_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/installed/{model_id}/mend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mend Model
         * @description Bring from the Hub what is missing or damaged of a model; files that are whole are not sent again.
         */
        post: operations["mend_model"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/model/{owner}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Repository
         * @description A repository with its files, its voices and its card.
         */
        get: operations["read_repository"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/sample": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Sample
         * @description A sound file of a repository, to listen to before downloading.
         */
        get: operations["read_sample"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search Hub
         * @description Repositories of the Hub, each with the engine here that can run it.
         */
        get: operations["search_hub"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/validate-token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check Token
         * @description What the Hub says of a token; it is not stored.
         */
        post: operations["check_token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/speech": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Speak
         * @description Speak a text. Sound starts when its first words are made; going away stops the making.
         */
        post: operations["speak"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/system/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read System Status
         * @description How the installation is doing; an admin sees the whole machine, others what is theirs.
         */
        get: operations["read_system_status"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/text/analyze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Analyze Text
         * @description Show how a text will be read, word by word.
         */
        post: operations["analyze_text"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/training": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Trainings
         * @description The caller's trainings, the newest first.
         */
        get: operations["list_trainings"];
        put?: never;
        /**
         * Begin Training
         * @description Put a training in the queue; with reasons, where it cannot be taught.
         */
        post: operations["begin_training"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/training/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check Training
         * @description Whether it can be taught, why not, and what it would take on this machine.
         */
        post: operations["check_training"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/training/recipes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Recipes
         * @description What can be taught here, and what each recipe can be told.
         */
        get: operations["list_recipes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/training/{job_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Training
         * @description One of the caller's trainings.
         */
        get: operations["read_training"];
        put?: never;
        post?: never;
        /**
         * Cancel Training
         * @description End it and take its files away; one that has ended is taken out of the list, its model stays.
         */
        delete: operations["cancel_training"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/training/{job_id}/checkpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Checkpoints
         * @description Its saved states, the latest first.
         */
        get: operations["list_checkpoints"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/training/{job_id}/checkpoints/{checkpoint_id}/promote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Promote Checkpoint
         * @description Have its model made anew of a checkpoint, in place of the one there is.
         */
        post: operations["promote_checkpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/training/{job_id}/listening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Listening
         * @description What to listen to next, and what was thought so far.
         */
        get: operations["read_listening"];
        put?: never;
        /**
         * Vote In Listening
         * @description Keep what was thought of a pair; the answer has the next one.
         */
        post: operations["vote_in_listening"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/training/{job_id}/listening/{pair_id}/{side}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Listening Clip
         * @description One of the two clips.
         */
        get: operations["read_listening_clip"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/training/{job_id}/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Log
         * @description The end of what the trainer printed.
         */
        get: operations["read_log"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/training/{job_id}/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Metrics
         * @description How good it was, the earliest first.
         */
        get: operations["list_metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/training/{job_id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause Training
         * @description Stop it at its next step, its state saved.
         */
        post: operations["pause_training"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/training/{job_id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume Training
         * @description Let a paused or failed training go on: to what an unbroken one would have come to.
         */
        post: operations["resume_training"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/training/{job_id}/samples": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Samples
         * @description What there is to hear and to see, the latest first.
         */
        get: operations["list_samples"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/training/{job_id}/samples/{sample_id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Training Sample
         * @description The sound or the picture itself.
         */
        get: operations["read_training_sample"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Users
         * @description All accounts, oldest first.
         */
        get: operations["list_users"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change User
         * @description Change someone's role, or disable them; it holds at once.
         */
        patch: operations["change_user"];
        trace?: never;
    };
    "/api/voices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Voices
         * @description Every voice that can speak now, the best Persian one first.
         */
        get: operations["list_voices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/voices/{voice_id}/config": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Voice Config
         * @description The JSON beside that graph, as Piper reads it.
         */
        get: operations["read_voice_config"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/voices/{voice_id}/model": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Voice Model
         * @description The graph of a voice that runs in browsers, for a page that speaks by itself; all speakers of a file share it.
         */
        get: operations["read_voice_model"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Health
         * @description Whether the studio can work, what of it cannot, and why; 503 only when it cannot be used.
         */
        get: operations["read_health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Metrics
         * @description Measurements for Prometheus, to an admin or with `BAZGOO_METRICS_TOKEN`.
         */
        get: operations["read_metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audio/speech": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Speak For Openai
         * @description Speak a text as OpenAI's `audio/speech` does.
         */
        post: operations["speak_for_openai"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audio/voices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Openai Voices
         * @description The voices that OpenAI's programs may name: by their ids, and by OpenAI's names.
         */
        get: operations["list_openai_voices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Openai Models
         * @description The models that OpenAI's programs may name; all of them speak with the voice that is named.
         */
        get: operations["list_openai_models"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * Analysis
         * @description How a text is read.
         */
        Analysis: {
            /**
             * Normalized
             * @description The whole text as it is said, written out in words.
             */
            normalized: string;
            /**
             * Sentences
             * @description In the pieces in which it is said.
             */
            sentences: components["schemas"]["SentenceReading"][];
        };
        /**
         * AnalyzeRequest
         * @description A text whose reading is asked for.
         * @example {
         *       "text": "سلام! ساعت ۱۲:۳۰ است."
         *     }
         */
        AnalyzeRequest: {
            /**
             * Mode
             * @description `colloquial` reads formal Persian as Tehran speaks it; `formal` reads what is written.
             * @default formal
             * @enum {string}
             */
            mode: "formal" | "colloquial";
            /**
             * Ssml
             * @description Whether `text` is SSML.
             * @default false
             */
            ssml: boolean;
            /** Text */
            text: string;
        };
        /**
         * AuditShown
         * @description One deed.
         */
        AuditShown: {
            /**
             * Action
             * @enum {string}
             */
            action: "login" | "login_failed" | "register" | "logout" | "token_reused" | "user_changed" | "user_created" | "quota_changed" | "settings_changed" | "key_made" | "key_deleted" | "job_cancelled" | "backup_made" | "backup_deleted" | "backup_downloaded" | "installed_removed";
            /**
             * Address
             * @description Where it came from; null for the command line and the worker.
             */
            address: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Details */
            details: {
                [key: string]: unknown;
            };
            /**
             * Email
             * @description Theirs at that time; of a failed login, the one that was tried.
             */
            email: string | null;
            /** Id */
            id: number;
            /**
             * Target
             * @description What it was done to, such as the id of a person or a model.
             */
            target: string | null;
            /**
             * User Id
             * @description Who did it; null for nobody known, or for someone who is gone.
             */
            user_id: string | null;
        };
        /**
         * BackupDeleted
         * @description What was deleted.
         */
        BackupDeleted: {
            /** Freed Bytes */
            freed_bytes: number;
            /** Name */
            name: string;
        };
        /**
         * BackupFailure
         * @description Why a backup was not made.
         */
        BackupFailure: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Code */
            code: string;
            /** Message */
            message: string;
        };
        /**
         * BackupOut
         * @description One backup.
         */
        BackupOut: {
            /**
             * Base
             * @description What an incremental one begins from, and is nothing without.
             */
            base: string | null;
            /**
             * Complete
             * @description Whether all that it begins from is here too.
             */
            complete: boolean;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Encrypted */
            encrypted: boolean;
            /**
             * Files
             * @description With the files of models that the Hub has too.
             */
            files: boolean;
            /**
             * Kind
             * @enum {string}
             */
            kind: "full" | "incremental";
            /** Name */
            name: string;
            /**
             * Scheduled
             * @description Made by itself, and taken away by itself.
             */
            scheduled: boolean;
            /** Size Bytes */
            size_bytes: number;
        };
        /**
         * BackupRunOut
         * @description A backup that waits for a worker or is being made.
         */
        BackupRunOut: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Current
             * @description The table or the file that is being written.
             */
            current: string | null;
            /**
             * Progress
             * @description 0–100.
             */
            progress: number;
            /**
             * Status
             * @enum {string}
             */
            status: "waiting" | "running" | "completed" | "failed" | "cancelled";
        };
        /**
         * BackupTicket
         * @description A link under which a browser can save a backup.
         */
        BackupTicket: {
            /**
             * Expires In
             * @description Seconds.
             */
            expires_in: number;
            /** Url */
            url: string;
        };
        /**
         * BackupWish
         * @description What a backup is to be like.
         */
        BackupWish: {
            /**
             * Files
             * @description With the files of models that the Hub has too.
             * @default true
             */
            files: boolean;
            /**
             * Incremental
             * @description Only what the last full one has not; a full one where there is none.
             * @default false
             */
            incremental: boolean;
        };
        /**
         * Backups
         * @description A page of backups, the newest first.
         */
        Backups: {
            /**
             * Every Hours
             * @description How often one is made by itself; 0 is never.
             */
            every_hours: number;
            /** @description Why the last one was not made; null when it was. */
            failure: components["schemas"]["BackupFailure"] | null;
            /** Items */
            items: components["schemas"]["BackupOut"][];
            /**
             * Keep
             * @description How many of those are kept.
             */
            keep: number;
            /** Next Cursor */
            next_cursor?: string | null;
            /**
             * Sealed
             * @description Whether new ones are encrypted.
             */
            sealed: boolean;
        };
        /**
         * BundleTicket
         * @description A link that a browser can follow to save a bundle.
         */
        BundleTicket: {
            /**
             * Expires In
             * @description Seconds.
             */
            expires_in: number;
            /** Size Bytes */
            size_bytes: number;
            /** Url */
            url: string;
        };
        /**
         * CheckpointOut
         * @description A saved state.
         */
        CheckpointOut: {
            /** Accuracy */
            accuracy: number | null;
            /**
             * Best
             * @description No state before it was better.
             */
            best: boolean;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Epoch */
            epoch: number;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Loss */
            loss: number | null;
            /**
             * Sha256
             * @description Of its weights.
             */
            sha256: string;
            /** Size Bytes */
            size_bytes: number;
            /** Step */
            step: number;
        };
        /**
         * Checkpoints
         * @description Saved states, the latest first.
         */
        Checkpoints: {
            /** Items */
            items: components["schemas"]["CheckpointOut"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /**
         * Coverage
         * @description Which sounds of Persian the texts have.
         */
        Coverage: {
            /** Ezafe */
            ezafe: number;
            /**
             * Missing
             * @description What there is too little of.
             */
            missing: string[];
            /**
             * Needed
             * @description How often a voice needs each of them.
             */
            needed: {
                [key: string]: number;
            };
            /**
             * Phones
             * @description How often each sound occurs.
             */
            phones: {
                [key: string]: number;
            };
            /** Questions */
            questions: number;
            /**
             * Share
             * @description 0–1, how much of what a voice needs is there.
             */
            share: number;
        };
        /**
         * Cpu
         * @description The processors of the machine.
         */
        Cpu: {
            /** Cores */
            cores: number;
            /** Load 1Min */
            load_1min: number | null;
            /**
             * Percent
             * @description How busy all cores were, 0–100.
             */
            percent: number;
        };
        /**
         * Credentials
         * @description An attempt to log in.
         */
        Credentials: {
            /** Email */
            email: string;
            /** Password */
            password: string;
        };
        /**
         * DatasetChange
         * @description What to change of a dataset.
         */
        DatasetChange: {
            /** Consent */
            consent?: string | null;
            /** License */
            license?: string | null;
            /** Name */
            name?: string | null;
        };
        /**
         * DatasetOut
         * @description A dataset.
         */
        DatasetOut: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Duration S
             * @description Of its recordings that are not excluded.
             */
            duration_s: number | null;
            /**
             * File Path
             * @description Where it lies in the data directory.
             */
            file_path: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            metadata: components["schemas"]["Metadata"];
            /** Name */
            name: string;
            /** Record Count */
            record_count: number;
            /** Size Mb */
            size_mb: number;
            /**
             * Type
             * @enum {string}
             */
            type: "audio" | "text" | "csv";
        };
        /**
         * Datasets
         * @description The caller's datasets, the newest first.
         */
        Datasets: {
            /** Items */
            items: components["schemas"]["DatasetOut"][];
            /** Next Cursor */
            next_cursor?: string | null;
            /**
             * Quota Mb
             * @description What those may take.
             */
            quota_mb: number;
            /**
             * Used Mb
             * @description What they, models and trainings take.
             */
            used_mb: number;
        };
        /**
         * Deleted
         * @description A dataset that is no longer there.
         */
        Deleted: {
            /** Freed Bytes */
            freed_bytes: number;
            /**
             * Id
             * Format: uuid
             */
            id: string;
        };
        /**
         * Disk
         * @description The disk that the data directory is on, and what it is used for, in bytes.
         */
        Disk: {
            /** Backups Bytes */
            backups_bytes: number;
            /** Checkpoints Bytes */
            checkpoints_bytes: number;
            /** Datasets Bytes */
            datasets_bytes: number;
            /** Free Bytes */
            free_bytes: number;
            /** Models Bytes */
            models_bytes: number;
            /** Total Bytes */
            total_bytes: number;
        };
        /**
         * DiskUse
         * @description The disk that models are on.
         */
        DiskUse: {
            /** Free Bytes */
            free_bytes: number;
            /**
             * Used Bytes
             * @description What installed models take.
             */
            used_bytes: number;
        };
        /**
         * DownloadError
         * @description Why a download failed.
         */
        DownloadError: {
            /** Code */
            code: string;
            /**
             * Message
             * @description As a sentence, in the caller's language.
             */
            message: string;
        };
        /**
         * DownloadOut
         * @description One download.
         */
        DownloadOut: {
            /** Bytes Downloaded */
            bytes_downloaded: number;
            /** Bytes Total */
            bytes_total: number | null;
            /** Completed At */
            completed_at: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Current File */
            current_file: string | null;
            error: components["schemas"]["DownloadError"] | null;
            /** Eta S */
            eta_s: number | null;
            /**
             * Files
             * @description The globs that were asked for.
             */
            files: string[] | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Model Id */
            model_id: string | null;
            /**
             * Progress
             * @description 0–100.
             */
            progress: number;
            /** Repo Id */
            repo_id: string;
            /** Revision */
            revision: string | null;
            /**
             * Seq
             * @description Rises with every change, as in the live events.
             */
            seq: number;
            /**
             * Speed Bps
             * @description Bytes a second.
             */
            speed_bps: number | null;
            /** Started At */
            started_at: string | null;
            /**
             * Status
             * @enum {string}
             */
            status: "pending" | "downloading" | "paused" | "completed" | "failed" | "cancelled";
            /** Voice */
            voice: string | null;
        };
        /**
         * DownloadRequest
         * @description What to bring: a voice's files, those that match, or those that its engine needs.
         */
        DownloadRequest: {
            /**
             * Files
             * @description Globs such as `onnx/*`.
             */
            files?: string[] | null;
            /** Repo Id */
            repo_id: string;
            /**
             * Revision
             * @description A branch, a tag or a commit.
             */
            revision?: string | null;
            /**
             * Voice
             * @description Such as `fa_IR-amir-medium`.
             */
            voice?: string | null;
        };
        /**
         * Downloads
         * @description The caller's downloads, the newest first.
         */
        Downloads: {
            /** Items */
            items: components["schemas"]["DownloadOut"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /**
         * Excluded
         * @description How many records changed.
         */
        Excluded: {
            /** Changed */
            changed: number;
        };
        /**
         * Exclusion
         * @description Which records to keep out, or to take in again.
         */
        Exclusion: {
            /**
             * Excluded
             * @default true
             */
            excluded: boolean;
            /** Numbers */
            numbers?: number[] | null;
            /**
             * Problems
             * @description All that have any of these.
             */
            problems?: string[] | null;
        };
        /**
         * ExportTicket
         * @description A link that a browser can follow to save a dataset.
         */
        ExportTicket: {
            /**
             * Expires In
             * @description Seconds.
             */
            expires_in: number;
            /** Url */
            url: string;
        };
        /**
         * FieldOut
         * @description Something that a recipe can be told.
         */
        FieldOut: {
            /** Choices */
            choices?: string[] | null;
            /** Default */
            default: unknown;
            /** Description */
            description: string;
            /** Exclusive Maximum */
            exclusive_maximum?: number | null;
            /** Exclusive Minimum */
            exclusive_minimum?: number | null;
            /** Maximum */
            maximum?: number | null;
            /** Minimum */
            minimum?: number | null;
            /** Name */
            name: string;
            /**
             * Optional
             * @description Whether it may be null.
             */
            optional: boolean;
            /**
             * Type
             * @enum {string}
             */
            type: "integer" | "number" | "choice" | "text" | "list";
        };
        /**
         * FieldProblem
         * @description One value that cannot be used.
         */
        FieldProblem: {
            /**
             * Loc
             * @description Where it is: `body`, `query` or `path`, then the field.
             */
            loc: (string | number)[];
            /** Msg */
            msg: string;
        };
        /**
         * FoundModel
         * @description A repository of the Hub, with what can be done with it here.
         */
        FoundModel: {
            /** Author */
            author: string;
            /** Downloads */
            downloads: number;
            /**
             * Engine
             * @description The engine here that can run it, if any.
             */
            engine: string | null;
            /**
             * Gated
             * @description Whether its author grants access one by one.
             */
            gated: boolean;
            /** Installed */
            installed: boolean;
            /** Library */
            library: string | null;
            /** License */
            license: string | null;
            /** Likes */
            likes: number;
            /**
             * Model Id
             * @description The installed model that came from it.
             */
            model_id: string | null;
            /** Private */
            private: boolean;
            /** Repo Id */
            repo_id: string;
            /**
             * Size Bytes
             * @description Bytes of all its files, where they are known.
             */
            size_bytes: number | null;
            /** Tags */
            tags: string[];
            /** Task */
            task: string | null;
            /**
             * Type
             * @enum {string}
             */
            type: "tts" | "stt" | "llm" | "embedding" | "classification";
            /** Updated At */
            updated_at: string | null;
            /**
             * Why Not
             * @description Why none can, as a sentence.
             */
            why_not: string | null;
        };
        /**
         * FoundModels
         * @description A page of a search.
         */
        FoundModels: {
            /** Items */
            items: components["schemas"]["FoundModel"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /**
         * Gpu
         * @description One graphics processor.
         */
        Gpu: {
            /** Memory Total Bytes */
            memory_total_bytes: number;
            /** Memory Used Bytes */
            memory_used_bytes: number;
            /** Name */
            name: string;
            /** Percent */
            percent: number;
        };
        /**
         * Health
         * @description Whether the studio can work; ``troubles`` says what is down or soon will be, and why.
         */
        Health: {
            /**
             * Database
             * @enum {string}
             */
            database: "ok" | "down";
            /**
             * Disk
             * @description Whether there is room in the data directory.
             * @enum {string}
             */
            disk: "ok" | "low" | "full";
            /**
             * Engines
             * @description The engines that have voices, and how their last speech went.
             */
            engines: {
                [key: string]: "ok" | "failing";
            };
            /**
             * Queue Oldest S
             * @description How long the oldest work has waited that a worker could begin now; null when none waits.
             */
            queue_oldest_s: number | null;
            /**
             * Status
             * @enum {string}
             */
            status: "ok" | "down";
            /** Troubles */
            troubles: components["schemas"]["Trouble"][];
            /** Version */
            version: string;
            /**
             * Workers
             * @description How many workers live; null when the database cannot say.
             */
            workers: number | null;
        };
        /**
         * Histogram
         * @description How a measure is spread; there is one edge more than there are counts.
         */
        Histogram: {
            /** Counts */
            counts: number[];
            /** Edges */
            edges: number[];
        };
        /**
         * History
         * @description The history, the earliest first: a row an epoch, and some between.
         */
        History: {
            /** Items */
            items: components["schemas"]["MetricsOut"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /**
         * HubSettings
         * @description What a person has set about the Hub beside the fixed columns.
         */
        HubSettings: {
            /**
             * Hub Endpoints
             * @description Mirrors, tried in order.
             * @default []
             */
            hub_endpoints: string[];
            /**
             * Max Bandwidth Kbps
             * @description Kilobits a second for all downloads together.
             */
            max_bandwidth_kbps?: number | null;
        };
        /**
         * HubSettingsChange
         * @description What to change of the Hub's settings; what is not named stays.
         */
        HubSettingsChange: {
            /** Hub Endpoints */
            hub_endpoints?: string[] | null;
            /** Max Bandwidth Kbps */
            max_bandwidth_kbps?: number | null;
        };
        /**
         * Imported
         * @description The models that were brought in.
         */
        Imported: {
            /** Items */
            items: components["schemas"]["InstalledModel"][];
        };
        /**
         * InstallationSettings
         * @description The settings of the whole installation, with what holds until an admin changes it.
         */
        InstallationSettings: {
            /**
             * Registration Open
             * @description Whether anyone may make an account.
             * @default true
             */
            registration_open: boolean;
        };
        /**
         * InstallationSettingsChange
         * @description The settings to change; those not named stay.
         */
        InstallationSettingsChange: {
            /** Registration Open */
            registration_open?: boolean | null;
        };
        /**
         * InstalledModel
         * @description A model on this machine.
         */
        InstalledModel: {
            /**
             * Can Remove
             * @description Whether the caller may uninstall it.
             */
            can_remove: boolean;
            /** Commit */
            commit: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Engine
             * @description The engine that runs it, if any.
             */
            engine: string | null;
            /** Format */
            format: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** License */
            license: string | null;
            /**
             * Missing
             * @description Files that are gone or have another size.
             */
            missing: string[];
            /** Name */
            name: string;
            /** Repo Id */
            repo_id: string | null;
            /** Revision */
            revision: string | null;
            /** Size Mb */
            size_mb: number | null;
            /**
             * Status
             * @description `installed`, or `failed` when files were deleted by hand.
             * @enum {string}
             */
            status: "available" | "downloading" | "installed" | "failed";
            /**
             * Type
             * @enum {string}
             */
            type: "tts" | "stt" | "llm" | "embedding" | "classification";
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /**
             * Voices
             * @description The ids of its voices.
             */
            voices: string[];
            /**
             * Why Not
             * @description Why none does, as a sentence.
             */
            why_not: string | null;
        };
        /**
         * InstalledModels
         * @description Every installed model, the newest first.
         */
        InstalledModels: {
            disk: components["schemas"]["DiskUse"];
            /** Items */
            items: components["schemas"]["InstalledModel"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /**
         * JobError
         * @description Why a job failed.
         */
        JobError: {
            /** Code */
            code: string;
            /**
             * Message
             * @description As a sentence, in the caller's language.
             */
            message: string;
        };
        /**
         * JobShown
         * @description One job of anybody.
         */
        JobShown: {
            /**
             * Completed At
             * @description Null before the end, and for datasets.
             */
            completed_at: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            error: components["schemas"]["JobError"] | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "download" | "training" | "dataset";
            /**
             * Name
             * @description The repository of a download; what its owner calls a training or a dataset.
             */
            name: string;
            /**
             * Progress
             * @description 0–100.
             */
            progress: number;
            /**
             * Started At
             * @description Null before the start, and for datasets.
             */
            started_at: string | null;
            /**
             * Status
             * @enum {string}
             */
            status: "pending" | "downloading" | "queued" | "running" | "importing" | "checking" | "paused" | "ready" | "completed" | "failed" | "cancelled";
            /**
             * User Id
             * Format: uuid
             */
            user_id: string;
            /** Username */
            username: string;
        };
        /**
         * KeyMade
         * @description An API key just made; the key itself is shown this once.
         */
        KeyMade: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Expires At */
            expires_at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Key */
            key: string;
            /** Last Used At */
            last_used_at: string | null;
            /** Name */
            name: string;
            /**
             * Prefix
             * @description The beginning of the key, to tell it from others.
             */
            prefix: string;
        };
        /**
         * KeyRequest
         * @description An API key to be made.
         */
        KeyRequest: {
            /** Expires At */
            expires_at?: string | null;
            /** Name */
            name: string;
        };
        /**
         * KeyShown
         * @description An API key as its owner sees it in the list.
         */
        KeyShown: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Expires At */
            expires_at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Last Used At */
            last_used_at: string | null;
            /** Name */
            name: string;
            /**
             * Prefix
             * @description The beginning of the key, to tell it from others.
             */
            prefix: string;
        };
        /**
         * LexiconEntry
         * @description One word of a person's lexicon.
         */
        LexiconEntry: {
            /**
             * Ipa
             * @description How it is said; an ezafe is added where the word carries one.
             */
            ipa: string;
            /**
             * Spoken
             * @description The respelling that was written, if any.
             */
            spoken: string | null;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /**
             * Word
             * @description As Persian writes it.
             */
            word: string;
        };
        /**
         * LexiconImported
         * @description What a file brought.
         */
        LexiconImported: {
            /**
             * Added
             * @description Words that were not there before.
             */
            added: number;
            /**
             * Replaced
             * @description Words that were.
             */
            replaced: number;
        };
        /**
         * Listening
         * @description What to listen to next, and what was thought so far, the best first.
         */
        Listening: {
            pair: components["schemas"]["PairOut"] | null;
            /** Results */
            results: components["schemas"]["Standing"][];
        };
        /**
         * LogLine
         * @description One line of a log.
         */
        LogLine: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Event
             * @description What happened, in English.
             */
            event: string;
            /**
             * Fields
             * @description Everything else; `exception` is a traceback.
             */
            fields: {
                [key: string]: unknown;
            };
            /**
             * Level
             * @enum {string}
             */
            level: "debug" | "info" | "warning" | "error" | "critical";
            /** Logger */
            logger: string | null;
            /**
             * Request Id
             * @description Of the request that it belongs to.
             */
            request_id: string | null;
        };
        /**
         * Login
         * @description Who is logged in now, with the tokens of this login.
         */
        Login: {
            /** Access Token */
            access_token: string;
            /**
             * Expires In
             * @description Seconds until the access token expires.
             */
            expires_in: number;
            /** Refresh Token */
            refresh_token: string;
            /**
             * Token Type
             * @default bearer
             * @constant
             */
            token_type: "bearer";
            user: components["schemas"]["UserShown"];
        };
        /**
         * MachineStatus
         * @description The whole machine as well, for admins.
         */
        MachineStatus: {
            cpu: components["schemas"]["Cpu"];
            database: components["schemas"]["Pool"];
            disk: components["schemas"]["Disk"];
            /** Gpu */
            gpu: components["schemas"]["Gpu"][] | null;
            memory: components["schemas"]["Memory"];
            own: components["schemas"]["Own"];
            queue: components["schemas"]["Queue"];
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
            /** Uptime S */
            uptime_s: number;
            /** Users */
            users: number;
            /** Version */
            version: string;
            /**
             * Versions
             * @description Of what the studio stands on.
             */
            versions: {
                [key: string]: string;
            };
            /** Voices */
            voices: number;
            /** Workers */
            workers: number;
        };
        /**
         * Memory
         * @description The memory of the machine, in bytes.
         */
        Memory: {
            /** Available Bytes */
            available_bytes: number;
            /**
             * Process Bytes
             * @description What this process holds.
             */
            process_bytes: number;
            /** Total Bytes */
            total_bytes: number;
        };
        /**
         * Metadata
         * @description How a dataset is, and what is known of it.
         */
        Metadata: {
            /** Accepted */
            accepted: number;
            /** Consent */
            consent: string | null;
            error: components["schemas"]["WorkError"] | null;
            /**
             * Layout
             * @description Which layout the import found: `ljspeech`, `piper`, `audiofolder` …
             */
            layout: string | null;
            /** License */
            license: string | null;
            /**
             * Progress
             * @description 0–100.
             */
            progress: number;
            /**
             * Rejected
             * @description The first 200 rows that were refused.
             */
            rejected: components["schemas"]["Refused"][];
            /** Rejected Count */
            rejected_count: number;
            report: components["schemas"]["Report"] | null;
            /**
             * Seq
             * @description Rises with every change, as in the live events.
             */
            seq: number;
            /**
             * Source
             * @description Where it came from: a file's name, `datasets/owner/name` of the Hub, or null for recordings.
             */
            source: string | null;
            /**
             * Stage
             * @description `waiting`, `downloading`, `unpacking`, `importing`, `aligning`, `checking`; null when nothing is done.
             */
            stage: string | null;
            /**
             * Stale
             * @description Whether records have changed since the report was made.
             */
            stale: boolean;
            /**
             * Status
             * @enum {string}
             */
            status: "importing" | "checking" | "ready" | "failed";
            /**
             * Version
             * @description A hash over its records; the same data has the same.
             */
            version: string | null;
        };
        /**
         * MetricsOut
         * @description How good it was after a step.
         */
        MetricsOut: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Epoch */
            epoch: number;
            /** Metrics */
            metrics: {
                [key: string]: number;
            };
            /** Step */
            step: number;
        };
        /**
         * ModelFileOut
         * @description One file of an installed model.
         */
        ModelFileOut: {
            /**
             * Path
             * @description Relative to the model, with `/` between names.
             */
            path: string;
            /** Size Bytes */
            size_bytes: number;
        };
        /**
         * ModelFiles
         * @description Every file of an installed model.
         */
        ModelFiles: {
            /** Items */
            items: components["schemas"]["ModelFileOut"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /**
         * Needed
         * @description What a training takes on this machine, and whether it can be.
         */
        Needed: {
            /** Disk Mb */
            disk_mb: number;
            /**
             * Duration S
             * @description Of their recordings.
             */
            duration_s: number;
            /** Memory Mb */
            memory_mb: number;
            /** Ok */
            ok: boolean;
            /**
             * Parameters
             * @description Numbers that learn.
             */
            parameters: number;
            /**
             * Records
             * @description Examples it would learn from.
             */
            records: number;
            /**
             * Refusals
             * @description Why it cannot be taught, and what to do.
             */
            refusals: components["schemas"]["Told"][];
            /**
             * Seconds
             * @description How long it would take, about.
             */
            seconds: number;
            /** Steps */
            steps: number;
            /** Warnings */
            warnings: components["schemas"]["Told"][];
        };
        /**
         * NewTraining
         * @description What is to be taught.
         */
        NewTraining: {
            /**
             * Config
             * @description See `GET /api/training/recipes`.
             */
            config?: {
                [key: string]: unknown;
            };
            /**
             * Dataset Id
             * Format: uuid
             */
            dataset_id: string;
            /**
             * Model Id
             * @description An installed model to start from, where the recipe can; see its config.
             */
            model_id?: string | null;
            /**
             * Name
             * @description What the model is to be called; without it as the dataset is; a name that is taken gets a number.
             */
            name?: string | null;
            /**
             * Recipe
             * @enum {string}
             */
            recipe: "voice" | "vits" | "classifier";
        };
        /**
         * OfferedVoice
         * @description A voice that a repository offers.
         */
        OfferedVoice: {
            /** Files */
            files: string[];
            /** Id */
            id: string;
            /** Installed */
            installed: boolean;
            /** Language */
            language: string;
            /** Name */
            name: string;
            /** Quality */
            quality: string | null;
            /**
             * Sample
             * @description A sound file of the repository in which it speaks.
             */
            sample: string | null;
            /** Size Bytes */
            size_bytes: number;
        };
        /**
         * OpenAIError
         * @description An error under `/v1`.
         */
        OpenAIError: {
            error: components["schemas"]["OpenAIErrorDetail"];
        };
        /**
         * OpenAIErrorDetail
         * @description What went wrong, as OpenAI's API describes it.
         */
        OpenAIErrorDetail: {
            /** Code */
            code: string | null;
            /** Message */
            message: string;
            /** Param */
            param: string | null;
            /** Type */
            type: string;
        };
        /**
         * OpenAiModel
         * @description A name that OpenAI's programs may give as `model`.
         */
        OpenAiModel: {
            /** Created */
            created: number;
            /** Id */
            id: string;
            /**
             * Object
             * @default model
             * @constant
             */
            object: "model";
            /** Owned By */
            owned_by: string;
        };
        /**
         * OpenAiModels
         * @description Every such name.
         */
        OpenAiModels: {
            /** Data */
            data: components["schemas"]["OpenAiModel"][];
            /**
             * Object
             * @default list
             * @constant
             */
            object: "list";
        };
        /**
         * OpenAiSpeechRequest
         * @description A text to be heard, as OpenAI's programs ask for it; fields that they add are passed over.
         * @example {
         *       "input": "سلام! ساعت ۱۲:۳۰ است.",
         *       "model": "tts-1",
         *       "voice": "alloy"
         *     }
         */
        OpenAiSpeechRequest: {
            /**
             * Input
             * @description The text.
             */
            input: string;
            /**
             * Model
             * @description One of `/v1/models`; all of them speak with the voice that is named.
             */
            model: string;
            /**
             * Response Format
             * @description `pcm` is signed 16-bit little-endian mono at 24 kHz.
             * @default mp3
             * @enum {string}
             */
            response_format: "wav" | "mp3" | "opus" | "flac" | "aac" | "pcm";
            /**
             * Speed
             * @default 1
             */
            speed: number;
            /**
             * Stream Format
             * @default audio
             * @enum {string}
             */
            stream_format: "audio" | "sse";
            /**
             * Voice
             * @description One of OpenAI's names, or the id of a voice from `/v1/audio/voices`.
             */
            voice?: string | null;
        };
        /**
         * OpenAiVoice
         * @description A name that OpenAI's programs may give as `voice`.
         */
        OpenAiVoice: {
            /** Id */
            id: string;
            /** Name */
            name: string;
        };
        /**
         * OpenAiVoices
         * @description Every such name: the voices' own ids, then OpenAI's names.
         */
        OpenAiVoices: {
            /** Voices */
            voices: components["schemas"]["OpenAiVoice"][];
        };
        /**
         * Own
         * @description What belongs to the person who asks.
         */
        Own: {
            /** Api Keys */
            api_keys: number;
            /** Datasets */
            datasets: number;
            /** Datasets Bytes */
            datasets_bytes: number;
            /**
             * Datasets Quota Bytes
             * @description What the person's datasets may take together.
             */
            datasets_quota_bytes: number;
            /** Downloads Active */
            downloads_active: number;
            /** Logins */
            logins: number;
            quota: components["schemas"]["QuotaShown"];
            /** Trainings Active */
            trainings_active: number;
        };
        /** Page[AuditShown] */
        Page_AuditShown_: {
            /** Items */
            items: components["schemas"]["AuditShown"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[JobShown] */
        Page_JobShown_: {
            /** Items */
            items: components["schemas"]["JobShown"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[KeyShown] */
        Page_KeyShown_: {
            /** Items */
            items: components["schemas"]["KeyShown"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[LexiconEntry] */
        Page_LexiconEntry_: {
            /** Items */
            items: components["schemas"]["LexiconEntry"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[UserManaged] */
        Page_UserManaged_: {
            /** Items */
            items: components["schemas"]["UserManaged"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /**
         * PairOut
         * @description Two clips of one sentence; neither name tells which checkpoint speaks.
         */
        PairOut: {
            /** A Url */
            a_url: string;
            /** B Url */
            b_url: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Text */
            text: string;
        };
        /**
         * Peaks
         * @description A waveform: the loudest of each of equal parts, 0–1.
         */
        Peaks: {
            /** Duration S */
            duration_s: number;
            /** Peaks */
            peaks: number[];
        };
        /**
         * Pool
         * @description The connections to the database.
         */
        Pool: {
            /** Open */
            open: number;
            /**
             * Size
             * @description How many there may be.
             */
            size: number;
            /** Used */
            used: number;
        };
        /**
         * PresetOut
         * @description A choice of values that suits a purpose.
         */
        PresetOut: {
            /** Config */
            config: {
                [key: string]: unknown;
            };
            /** Id */
            id: string;
            /**
             * Minutes
             * @description How long it is meant to take.
             */
            minutes: number | null;
        };
        /**
         * Problem
         * @description What went wrong, as RFC 9457 describes it.
         */
        Problem: {
            /**
             * Code
             * @description Stable and for programs.
             */
            code: string;
            /**
             * Detail
             * @description A sentence for people, which says what to do.
             */
            detail: string;
            /**
             * Errors
             * @default null
             */
            errors: components["schemas"]["FieldProblem"][] | null;
            /** Request Id */
            request_id: string | null;
            /** Status */
            status: number;
            /** Title */
            title: string;
            /** Type */
            type: string;
        };
        /**
         * Prompt
         * @description A sentence to be read aloud.
         */
        Prompt: {
            /** Id */
            id: string;
            /**
             * Phones
             * @description How it is said, in IPA, where that is known.
             */
            phones?: string | null;
            /** Text */
            text: string;
        };
        /**
         * Prompts
         * @description Sentences in the order in which they are to be read.
         */
        Prompts: {
            /** Items */
            items: components["schemas"]["Prompt"][];
        };
        /**
         * PromptsKept
         * @description How many sentences of one's own a dataset has.
         */
        PromptsKept: {
            /** Count */
            count: number;
        };
        /**
         * Pronunciation
         * @description How a word is to be said: in IPA, or respelled in Persian with its vowels.
         * @example {
         *       "spoken": "کِرِم"
         *     }
         * @example {
         *       "ipa": "keˈrem"
         *     }
         */
        Pronunciation: {
            /**
             * Ipa
             * @description The International Phonetic Alphabet, without ezafe; folded to the nearest Persian sounds.
             */
            ipa?: string | null;
            /**
             * Spoken
             * @description A Persian respelling with vowels; it is how the word is said unless `ipa` is given too.
             */
            spoken?: string | null;
        };
        /**
         * PullRequest
         * @description Which data of the Hub to bring.
         */
        PullRequest: {
            /** Name */
            name?: string | null;
            /**
             * Repo Id
             * @description `owner/name`, also with `datasets/` before it.
             */
            repo_id: string;
            /**
             * Revision
             * @description A branch, a tag or a commit.
             */
            revision?: string | null;
            /** Type */
            type?: ("audio" | "text" | "csv") | null;
        };
        /**
         * Queue
         * @description Work that waits or runs.
         */
        Queue: {
            /** Running */
            running: number;
            /** Waiting */
            waiting: number;
        };
        /**
         * Quota
         * @description What an admin allows one person; null is what the settings allow everybody.
         */
        Quota: {
            /**
             * Audio Minutes Per Day
             * @description Made, a day in UTC.
             */
            audio_minutes_per_day?: number | null;
            /**
             * Characters Per Day
             * @description Spoken, a day in UTC.
             */
            characters_per_day?: number | null;
            /**
             * Disk Mb
             * @description Datasets, models and trainings.
             */
            disk_mb?: number | null;
            /**
             * Trainings
             * @description Unfinished at once.
             */
            trainings?: number | null;
        };
        /**
         * QuotaEffective
         * @description What holds for the person; null is no limit.
         */
        QuotaEffective: {
            /** Audio Minutes Per Day */
            audio_minutes_per_day: number | null;
            /** Characters Per Day */
            characters_per_day: number | null;
            /** Disk Mb */
            disk_mb: number | null;
            /** Trainings */
            trainings: number | null;
        };
        /**
         * QuotaShown
         * @description A person's quota with what follows from it.
         */
        QuotaShown: {
            /**
             * Audio Minutes Per Day
             * @description Made, a day in UTC.
             */
            audio_minutes_per_day?: number | null;
            /**
             * Characters Per Day
             * @description Spoken, a day in UTC.
             */
            characters_per_day?: number | null;
            /**
             * Disk Mb
             * @description Datasets, models and trainings.
             */
            disk_mb?: number | null;
            effective: components["schemas"]["QuotaEffective"];
            /**
             * Trainings
             * @description Unfinished at once.
             */
            trainings?: number | null;
            used: components["schemas"]["QuotaUsed"];
        };
        /**
         * QuotaUsed
         * @description What the person has of it now.
         */
        QuotaUsed: {
            /** Audio Minutes Today */
            audio_minutes_today: number;
            /** Characters Today */
            characters_today: number;
            /** Disk Mb */
            disk_mb: number;
            /** Trainings */
            trainings: number;
        };
        /**
         * RecipeOut
         * @description A recipe.
         */
        RecipeOut: {
            /** Available */
            available: boolean;
            /** Fields */
            fields: components["schemas"]["FieldOut"][];
            /** Presets */
            presets: components["schemas"]["PresetOut"][];
            /**
             * Recipe
             * @enum {string}
             */
            recipe: "voice" | "vits" | "classifier";
            why_not: components["schemas"]["Told"] | null;
        };
        /**
         * Recipes
         * @description What can be taught here.
         */
        Recipes: {
            /** Available */
            available: boolean;
            /**
             * Device
             * @description What it would run on: `cpu`, or the name of the GPU.
             */
            device: string;
            /** Items */
            items: components["schemas"]["RecipeOut"][];
            why_not: components["schemas"]["Told"] | null;
        };
        /**
         * RecordChange
         * @description What to change of a record; an empty label or speaker takes it away.
         */
        RecordChange: {
            /** Excluded */
            excluded?: boolean | null;
            /** Label */
            label?: string | null;
            /** Speaker */
            speaker?: string | null;
            /** Text */
            text?: string | null;
        };
        /**
         * RecordOut
         * @description One recording, text or row.
         */
        RecordOut: {
            /** Duration S */
            duration_s: number | null;
            /** Excluded */
            excluded: boolean;
            /**
             * File
             * @description Its audio's name; null where there is none.
             */
            file: string | null;
            /** Label */
            label: string | null;
            /** Measures */
            measures: {
                [key: string]: number;
            };
            /**
             * N
             * @description Counts from 1 in the order of import; never used again.
             */
            n: number;
            /**
             * Problems
             * @description Codes of what the last check found.
             */
            problems: string[];
            /**
             * Quality
             * @description 0–100; null before a check.
             */
            quality: number | null;
            /** Sample Rate */
            sample_rate: number | null;
            /** Speaker */
            speaker: string | null;
            /**
             * Split
             * @enum {string}
             */
            split: "training" | "validation";
            /** Text */
            text: string;
        };
        /**
         * Recording
         * @description How far the recording of a dataset is.
         */
        Recording: {
            /** Duration S */
            duration_s: number;
            /**
             * Goals
             * @description Seconds worth reaching: a first voice, a good one, one to be proud of.
             */
            goals: number[];
            /** @description The first sentence that has not been recorded; null when all have. */
            next: components["schemas"]["Prompt"] | null;
            /**
             * Recorded
             * @description Sentences that have been recorded.
             */
            recorded: number;
            /** Records */
            records: number;
            /**
             * Total
             * @description Sentences there are.
             */
            total: number;
            /**
             * Upcoming
             * @description Some that follow it.
             */
            upcoming: components["schemas"]["Prompt"][];
        };
        /**
         * Records
         * @description A page of records.
         */
        Records: {
            /** Items */
            items: components["schemas"]["RecordOut"][];
            /** Next Cursor */
            next_cursor?: string | null;
            /**
             * Total
             * @description How many fit, on all pages together.
             */
            total: number;
        };
        /**
         * RefreshRequest
         * @description A refresh token, to be changed for new tokens.
         */
        RefreshRequest: {
            /** Refresh Token */
            refresh_token: string;
        };
        /**
         * Refused
         * @description A row that was not taken in.
         */
        Refused: {
            /** Code */
            code: string;
            /** File */
            file: string;
            /**
             * Line
             * @description Its line in the file, where it has one.
             */
            line: number | null;
            /**
             * Reason
             * @description As a sentence, in the caller's language.
             */
            reason: string;
        };
        /**
         * Registration
         * @description A new account.
         */
        Registration: {
            /**
             * Email
             * Format: email
             */
            email: string;
            /**
             * Password
             * @description 8 characters or more, at most 72 bytes of UTF-8.
             */
            password: string;
            /** Username */
            username: string;
        };
        /**
         * Report
         * @description What the last check found.
         */
        Report: {
            coverage?: components["schemas"]["Coverage"] | null;
            /** Duration S */
            duration_s: number;
            /** Excluded */
            excluded: number;
            /** Histograms */
            histograms: {
                [key: string]: components["schemas"]["Histogram"];
            };
            /** Labels */
            labels: {
                [key: string]: number;
            };
            /**
             * Problems
             * @description How many records have each problem.
             */
            problems: {
                [key: string]: number;
            };
            /**
             * Quality
             * @description 0–100.
             */
            quality: number;
            /** Records */
            records: number;
            /** Speakers */
            speakers: {
                [key: string]: components["schemas"]["SpeakerShare"];
            };
            /** Version */
            version?: string | null;
        };
        /**
         * RepositoryFile
         * @description One file of a repository.
         */
        RepositoryFile: {
            /** Path */
            path: string;
            /** Sha256 */
            sha256?: string | null;
            /** Size */
            size: number;
        };
        /**
         * RepositoryLook
         * @description A repository at one commit, looked at closely.
         */
        RepositoryLook: {
            /** Author */
            author: string;
            /** Can Run */
            can_run: boolean;
            /**
             * Card
             * @description Its README, in Markdown.
             */
            card: string;
            /**
             * Download Bytes
             * @description Bytes of the files that are needed.
             */
            download_bytes: number;
            /** Downloads */
            downloads: number;
            /**
             * Engine
             * @description The engine here that can run it, if any.
             */
            engine: string | null;
            /** Files */
            files: components["schemas"]["RepositoryFile"][];
            /**
             * Format
             * @description What its files are: `piper`, `sherpa-vits`, `transformers-vits`, `empty`, `unknown` …
             */
            format: string;
            /**
             * Gated
             * @description Whether its author grants access one by one.
             */
            gated: boolean;
            /** Installed */
            installed: boolean;
            /** Left Out */
            left_out: string[];
            /** Library */
            library: string | null;
            /** License */
            license: string | null;
            /** Likes */
            likes: number;
            /**
             * Model Id
             * @description The installed model that came from it.
             */
            model_id: string | null;
            /**
             * Needed
             * @description The files that its engine reads; a download brings these unless told otherwise.
             */
            needed: string[];
            /** Private */
            private: boolean;
            /** Repo Id */
            repo_id: string;
            /** Revision */
            revision: string;
            /**
             * Samples
             * @description Sound files to listen to before downloading.
             */
            samples: string[];
            /** Sha */
            sha: string;
            /**
             * Size Bytes
             * @description Bytes of all its files, where they are known.
             */
            size_bytes: number | null;
            /** Tags */
            tags: string[];
            /** Task */
            task: string | null;
            /**
             * Type
             * @enum {string}
             */
            type: "tts" | "stt" | "llm" | "embedding" | "classification";
            /** Updated At */
            updated_at: string | null;
            /**
             * Voices
             * @description The voices it offers, each to be downloaded by itself.
             */
            voices: components["schemas"]["OfferedVoice"][];
            /**
             * Why Not
             * @description Why none can, as a sentence.
             */
            why_not: string | null;
        };
        /**
         * ResumeRequest
         * @description How to go on.
         */
        ResumeRequest: {
            /**
             * Endpoint
             * @description Another mirror to go on over.
             */
            endpoint?: string | null;
        };
        /**
         * ResumeTraining
         * @description From where to go on.
         */
        ResumeTraining: {
            /**
             * Checkpoint Id
             * @description What came after it is done anew.
             */
            checkpoint_id?: string | null;
        };
        /**
         * SampleOut
         * @description Something to hear or to look at, made on the way.
         */
        SampleOut: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Kind
             * @description `audio` or `alignment`.
             */
            kind: string;
            /** Step */
            step: number;
            /**
             * Text
             * @description The sentence; empty for a picture.
             */
            text: string;
            /** Url */
            url: string;
        };
        /**
         * Samples
         * @description Samples, the latest first.
         */
        Samples: {
            /** Items */
            items: components["schemas"]["SampleOut"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /**
         * SentenceReading
         * @description How one passage is read.
         */
        SentenceReading: {
            /** Text */
            text: string;
            /** Words */
            words: components["schemas"]["WordReading"][];
        };
        /**
         * SpeakerShare
         * @description What one speaker has said.
         */
        SpeakerShare: {
            /** Duration S */
            duration_s: number;
            /** Records */
            records: number;
        };
        /**
         * SpeechRequest
         * @description A text to be heard.
         * @example {
         *       "format": "mp3",
         *       "text": "سلام! ساعت ۱۲:۳۰ است.",
         *       "voice": "espeak-fa"
         *     }
         */
        SpeechRequest: {
            /**
             * Format
             * @description The kind of sound file; `pcm` is signed 16-bit little-endian mono without a header.
             * @default wav
             * @enum {string}
             */
            format: "wav" | "mp3" | "opus" | "flac" | "aac" | "pcm";
            /**
             * Mode
             * @description `colloquial` speaks formal Persian as Tehran does; `formal` speaks what is written.
             * @default formal
             * @enum {string}
             */
            mode: "formal" | "colloquial";
            /**
             * Sample Rate
             * @description In Hz; without it the voice's own. MP3, Opus and AAC take the nearest rate that they know.
             */
            sample_rate?: number | null;
            /**
             * Speed
             * @description From 0.25 to 4; 1 is the voice's own pace.
             * @default 1
             */
            speed: number;
            /**
             * Ssml
             * @description Whether `text` is SSML.
             * @default false
             */
            ssml: boolean;
            /**
             * Stream
             * @description Send sound while the rest is made; the default, except for FLAC, which many programs read whole.
             */
            stream?: boolean | null;
            /**
             * Stream Format
             * @description `audio`: the bytes of the file. `sse`: events that also say which part of the text each sound is.
             * @default audio
             * @enum {string}
             */
            stream_format: "audio" | "sse";
            /**
             * Text
             * @description Plain text, or an SSML document with `ssml`.
             */
            text: string;
            /**
             * Voice
             * @description The id of a voice from `/api/voices`; without it, the best Persian one.
             */
            voice?: string | null;
        };
        /**
         * Standing
         * @description What was thought of a checkpoint so far.
         */
        Standing: {
            /**
             * Checkpoint Id
             * Format: uuid
             */
            checkpoint_id: string;
            /** Losses */
            losses: number;
            /** Step */
            step: number;
            /** Ties */
            ties: number;
            /** Wins */
            wins: number;
        };
        /**
         * SystemStatus
         * @description How the installation is doing, for the person who asks.
         */
        SystemStatus: {
            own: components["schemas"]["Own"];
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
            /** Uptime S */
            uptime_s: number;
            /** Version */
            version: string;
            /**
             * Versions
             * @description Of what the studio stands on.
             */
            versions: {
                [key: string]: string;
            };
            /** Voices */
            voices: number;
        };
        /**
         * TokenCheck
         * @description What the Hub says of a token.
         */
        TokenCheck: {
            /**
             * Code
             * @description The same for programs.
             */
            code?: string | null;
            /**
             * Kind
             * @description `read`, `write` or `fineGrained`.
             */
            kind?: string | null;
            /**
             * Reason
             * @description Why it is not valid, as a sentence.
             */
            reason?: string | null;
            /** Scopes */
            scopes?: string[] | null;
            /** Username */
            username?: string | null;
            /** Valid */
            valid: boolean;
        };
        /**
         * TokenGiven
         * @description A token of the Hub, to be kept sealed.
         */
        TokenGiven: {
            /** Token */
            token: string;
        };
        /**
         * TokenQuestion
         * @description A token to check; without one, the token that is kept.
         */
        TokenQuestion: {
            /** Token */
            token?: string | null;
        };
        /**
         * TokenToCheck
         * @description A token of the Hub; it is not stored.
         */
        TokenToCheck: {
            /** Token */
            token: string;
        };
        /**
         * Told
         * @description A reason, for programs and for people.
         */
        Told: {
            /** Code */
            code: string;
            /**
             * Message
             * @description As a sentence, in the caller's language.
             */
            message: string;
        };
        /**
         * TrainingOut
         * @description A training.
         */
        TrainingOut: {
            /** Completed At */
            completed_at: string | null;
            /** Config */
            config: {
                [key: string]: unknown;
            };
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Dataset Id */
            dataset_id: string | null;
            /** Dataset Name */
            dataset_name: string;
            /**
             * Device
             * @description `cpu`, or the name of the GPU.
             */
            device: string | null;
            /** Epoch */
            epoch: number;
            error: components["schemas"]["Told"] | null;
            /** Error Message */
            error_message: string | null;
            /** Eta S */
            eta_s: number | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Metrics
             * @description The latest of each: `loss`, `val_loss`, `accuracy`, `learning_rate`, `steps_per_s` …
             */
            metrics: {
                [key: string]: number;
            };
            /**
             * Model Id
             * @description The installed model that has become of it.
             */
            model_id: string | null;
            /** Name */
            name: string;
            /**
             * Progress
             * @description 0–100.
             */
            progress: number;
            /**
             * Recipe
             * @enum {string}
             */
            recipe: "voice" | "vits" | "classifier";
            /**
             * Seq
             * @description Rises with every change, as in the live events.
             */
            seq: number;
            /** Started At */
            started_at: string | null;
            /**
             * Status
             * @enum {string}
             */
            status: "queued" | "running" | "paused" | "completed" | "failed" | "cancelled";
            /** Step */
            step: number;
            /** Total Epochs */
            total_epochs: number;
            /** Total Steps */
            total_steps: number;
            /**
             * User Id
             * Format: uuid
             */
            user_id: string;
        };
        /**
         * Trainings
         * @description The caller's trainings, the newest first.
         */
        Trainings: {
            /** Items */
            items: components["schemas"]["TrainingOut"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /**
         * Trouble
         * @description One thing that is not as it should be.
         */
        Trouble: {
            /**
             * Code
             * @description Stable and for programs.
             */
            code: string;
            /**
             * Detail
             * @description A sentence for people, which says what to do.
             */
            detail: string;
            /**
             * Down
             * @description Whether the studio cannot be used because of it.
             */
            down: boolean;
            /**
             * Part
             * @enum {string}
             */
            part: "database" | "workers" | "queue" | "disk" | "engines";
        };
        /**
         * Uninstalled
         * @description A model that is no longer there.
         */
        Uninstalled: {
            /** Freed Bytes */
            freed_bytes: number;
            /**
             * Id
             * Format: uuid
             */
            id: string;
        };
        /**
         * UserChange
         * @description What an admin may change of an account.
         */
        UserChange: {
            /** Disabled */
            disabled?: boolean | null;
            /** Role */
            role?: ("admin" | "user") | null;
        };
        /**
         * UserManaged
         * @description A person's account as an admin sees it.
         */
        UserManaged: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Disabled */
            disabled: boolean;
            /** Email */
            email: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Role
             * @enum {string}
             */
            role: "admin" | "user";
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Username */
            username: string;
        };
        /**
         * UserSettings
         * @description A person's settings; the token itself is never sent.
         */
        UserSettings: {
            /**
             * Auto Download
             * @description Whether the recommended voice comes by itself.
             */
            auto_download: boolean;
            /** Huggingface Api Url */
            huggingface_api_url: string | null;
            /**
             * Huggingface Token Hint
             * @description The last four characters.
             */
            huggingface_token_hint: string | null;
            /** Huggingface Token Set */
            huggingface_token_set: boolean;
            /**
             * Huggingface Token Valid
             * @description After the token was changed: what the Hub said; null when it was not reached.
             */
            huggingface_token_valid?: boolean | null;
            /**
             * Installation Endpoints
             * @description Where the installation looks after these.
             */
            installation_endpoints: string[];
            /** Max Concurrent Downloads */
            max_concurrent_downloads: number;
            settings: components["schemas"]["HubSettings"];
        };
        /**
         * UserSettingsChange
         * @description The settings to change; those not named stay.
         */
        UserSettingsChange: {
            /** Auto Download */
            auto_download?: boolean | null;
            /** Huggingface Api Url */
            huggingface_api_url?: string | null;
            /** Max Concurrent Downloads */
            max_concurrent_downloads?: number | null;
            settings?: components["schemas"]["HubSettingsChange"] | null;
        };
        /**
         * UserShown
         * @description A person's account as they see it.
         */
        UserShown: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Email */
            email: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Role
             * @enum {string}
             */
            role: "admin" | "user";
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Username */
            username: string;
        };
        /**
         * VoiceOut
         * @description Someone who can speak now.
         */
        VoiceOut: {
            /**
             * Engine
             * @description The engine that runs it.
             */
            engine: string;
            /** Gender */
            gender: string | null;
            /**
             * Id
             * @description What requests for speech name it by.
             */
            id: string;
            /** Language */
            language: string;
            /** License */
            license: string | null;
            /**
             * Model Id
             * @description The installed model that it belongs to, if any.
             */
            model_id: string | null;
            /**
             * Name
             * @description What people call it.
             */
            name: string;
            /** Quality */
            quality: string | null;
            /**
             * Runs In Browser
             * @description Whether its files can also be run by a page.
             */
            runs_in_browser: boolean;
            /**
             * Sample Rate
             * @description In Hz.
             */
            sample_rate: number;
            /**
             * Size Bytes
             * @description What a page fetches of it; null when it does not run in one.
             */
            size_bytes: number | null;
        };
        /**
         * Voices
         * @description Every voice that can speak now, the best Persian one first.
         */
        Voices: {
            /** Items */
            items: components["schemas"]["VoiceOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * Vote
         * @description Which of the two was better.
         */
        Vote: {
            /**
             * Chosen
             * @enum {string}
             */
            chosen: "a" | "b" | "same";
            /**
             * Pair Id
             * Format: uuid
             */
            pair_id: string;
        };
        /**
         * Welcome
         * @description What someone who is not logged in may do here.
         */
        Welcome: {
            /**
             * First Account
             * @description Whether it would be the first, which is an admin's.
             */
            first_account: boolean;
            /**
             * Public Speech
             * @description Whether the studio speaks without a login.
             */
            public_speech: boolean;
            /**
             * Registration Open
             * @description Whether they may make an account.
             */
            registration_open: boolean;
        };
        /**
         * WordReading
         * @description How one written word is read.
         */
        WordReading: {
            /**
             * Alternatives
             * @description Other pronunciations that the spelling allows, in IPA, without ezafe.
             */
            alternatives: string[];
            /**
             * End
             * @description Where it ends.
             */
            end: number;
            /**
             * Ezafe
             * @description Whether it is joined to the next word by an ezafe.
             */
            ezafe: boolean;
            /**
             * Ipa
             * @description As said, in the International Phonetic Alphabet, with its ezafe.
             */
            ipa: string;
            /**
             * Phonemes
             * @description As said, in eSpeak NG's mnemonics of Persian phonemes, `'` before a stressed vowel.
             */
            phonemes: string;
            /**
             * Source
             * @description Where the pronunciation is from: `dictionary`, `model` (for words that no dictionary has), `espeak`, `homograph`
             *     (by context), `lexicon` (one's own), `author` (SSML) or `mark` (punctuation).
             */
            source: string;
            /**
             * Spoken
             * @description As said, in Persian words.
             */
            spoken: string;
            /**
             * Start
             * @description Where it begins in the text, in code points.
             */
            start: number;
            /**
             * Text
             * @description As written.
             */
            text: string;
            /**
             * Vocalized
             * @description As said, in Persian letters with all vowels and the ezafe written; figures and other signs as they stand.
             */
            vocalized: string;
        };
        /**
         * WorkError
         * @description Why a dataset could not be brought in or checked.
         */
        WorkError: {
            /** Code */
            code: string;
            /**
             * Message
             * @description As a sentence, in the caller's language.
             */
            message: string;
        };
        /**
         * LogLines
         * @description The last lines, the newest first.
         */
        bazgoo__server__admin__logs__schemas__LogLines: {
            /** Items */
            items: components["schemas"]["LogLine"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /**
         * LogLines
         * @description The end of what the trainer printed.
         */
        bazgoo__server__trainings__schemas__LogLines: {
            /** Lines */
            lines: string[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    list_audit: {
        parameters: {
            query?: {
                action?: ("login" | "login_failed" | "register" | "logout" | "token_reused" | "user_changed" | "user_created" | "quota_changed" | "settings_changed" | "key_made" | "key_deleted" | "job_cancelled" | "backup_made" | "backup_deleted" | "backup_downloaded" | "installed_removed") | null;
                user_id?: string | null;
                /** @description `next_cursor` of the page before. */
                cursor?: string | null;
                /** @description How many items a page has at most. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AuditShown_"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `admin_only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cursor_invalid` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_backups: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string | null;
                /** @description How many items a page has at most. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Backups"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `admin_only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cursor_invalid` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    make_backup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BackupWish"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackupRunOut"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `admin_only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `backup_running` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_backup_by_link: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The backup. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `admin_only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `link_expired`, `backup_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_running_backup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackupRunOut"] | null;
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `admin_only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancel_backup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackupRunOut"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `admin_only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `backup_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_backup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The backup. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `admin_only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `backup_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_backup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackupDeleted"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `admin_only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `backup_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `backup_is_base` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    make_backup_link: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackupTicket"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `admin_only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `backup_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_jobs: {
        parameters: {
            query?: {
                kind?: ("download" | "training" | "dataset") | null;
                status?: ("pending" | "downloading" | "queued" | "running" | "importing" | "checking" | "paused" | "ready" | "completed" | "failed" | "cancelled") | null;
                /** @description `next_cursor` of the page before. */
                cursor?: string | null;
                /** @description How many items a page has at most. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_JobShown_"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `admin_only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cursor_invalid` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancel_job: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: "download" | "training" | "dataset";
                job_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobShown"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `admin_only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `job_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `job_finished`, `dataset_busy` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_logs: {
        parameters: {
            query?: {
                source?: "studio" | "worker";
                /** @description This and worse. */
                level?: "debug" | "info" | "warning" | "error" | "critical";
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["bazgoo__server__admin__logs__schemas__LogLines"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `admin_only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_installation_settings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstallationSettings"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `admin_only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_installation_settings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InstallationSettingsChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstallationSettings"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `admin_only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_quota: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuotaShown"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `admin_only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `user_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_quota: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Quota"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuotaShown"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `admin_only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `user_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_keys: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string | null;
                /** @description How many items a page has at most. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_KeyShown_"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `login_only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cursor_invalid` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    make_key: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeyRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyMade"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `login_only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `expiry_past` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_key: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `login_only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `key_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    log_in: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Credentials"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Login"];
                };
            };
            /** @description `invalid_credentials` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `account_disabled` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    log_out: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `login_only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserShown"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refresh: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefreshRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Login"];
                };
            };
            /** @description `refresh_token_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    register: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Registration"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Login"];
                };
            };
            /** @description `registration_closed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `email_taken` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_welcome: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Welcome"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_datasets: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string | null;
                /** @description How many items a page has at most. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Datasets"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cursor_invalid` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_dataset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    consent?: string;
                    /**
                     * Format: binary
                     * @description Without it the dataset is empty, to record into.
                     */
                    file?: string;
                    license?: string;
                    name?: string;
                    /** @description What is said in one long recording, as text or as a file of this name. */
                    script?: string;
                    /** @enum {string} */
                    type?: "audio" | "text" | "csv";
                };
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetOut"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dataset_too_large`, `quota_exceeded` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`, `dataset_invalid`, `archive_unsafe`, `archive_damaged` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `disk_full` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_export: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The dataset as one file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": unknown;
                };
            };
            /** @description `link_expired`, `dataset_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dataset_busy` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dataset_invalid` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `disk_full` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pull_dataset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PullRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetOut"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `repo_gated` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `repo_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dataset_too_large`, `quota_exceeded` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `hub_token_invalid`, `nothing_to_download` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `hub_rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `hub_unreachable` */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `disk_full` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_dataset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The dataset. */
                dataset_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetOut"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dataset_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_dataset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The dataset. */
                dataset_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deleted"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dataset_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dataset_busy` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_dataset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The dataset. */
                dataset_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DatasetChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetOut"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dataset_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    check_dataset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The dataset. */
                dataset_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetOut"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dataset_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dataset_busy` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exclude_records: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The dataset. */
                dataset_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Exclusion"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Excluded"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dataset_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dataset_busy` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_dataset: {
        parameters: {
            query?: {
                layout?: "ljspeech" | "audiofolder";
            };
            header?: never;
            path: {
                /** @description The dataset. */
                dataset_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The dataset as one file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": unknown;
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dataset_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dataset_busy` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dataset_invalid` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `disk_full` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    make_export_link: {
        parameters: {
            query?: {
                layout?: "ljspeech" | "audiofolder";
            };
            header?: never;
            path: {
                /** @description The dataset. */
                dataset_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportTicket"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dataset_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dataset_busy` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_dataset_prompts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The dataset. */
                dataset_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Prompts"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dataset_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dataset_busy` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    keep_dataset_prompts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The dataset. */
                dataset_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    lines: string[];
                };
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
                "text/plain": string;
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromptsKept"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dataset_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dataset_busy` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_recording: {
        parameters: {
            query?: {
                /** @description Begin behind this prompt. */
                after?: string | null;
            };
            header?: never;
            path: {
                /** @description The dataset. */
                dataset_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recording"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dataset_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dataset_busy` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_records: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
                /** @description In text, label, speaker, file. */
                search?: string;
                order?: "n" | "duration" | "quality" | "rate";
                descending?: boolean;
                /** @description Only those that have it. */
                problem?: string | null;
                excluded?: boolean | null;
            };
            header?: never;
            path: {
                /** @description The dataset. */
                dataset_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Records"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dataset_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dataset_busy` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cursor_invalid` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_record: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The dataset. */
                dataset_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    audio: string;
                    label?: string;
                    /** @description The id of the sentence that was read. */
                    prompt?: string;
                    speaker?: string;
                    text: string;
                };
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordOut"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dataset_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dataset_busy` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `clip_too_long`, `quota_exceeded` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`, `audio_unreadable` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `disk_full` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_record: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The record. */
                n: number;
                /** @description The dataset. */
                dataset_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordOut"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `record_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dataset_busy` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_record: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The record. */
                n: number;
                /** @description The dataset. */
                dataset_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `record_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dataset_busy` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_record: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The record. */
                n: number;
                /** @description The dataset. */
                dataset_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordOut"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `record_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dataset_busy` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_audio: {
        parameters: {
            query?: {
                prepared?: boolean;
            };
            header?: never;
            path: {
                /** @description The record. */
                n: number;
                /** @description The dataset. */
                dataset_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The clip. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "audio/*": unknown;
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `record_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dataset_busy` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `audio_unreadable` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_peaks: {
        parameters: {
            query?: {
                points?: number;
            };
            header?: never;
            path: {
                /** @description The record. */
                n: number;
                /** @description The dataset. */
                dataset_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Peaks"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `record_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dataset_busy` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `audio_unreadable` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_spectrogram: {
        parameters: {
            query?: {
                width?: number;
                height?: number;
            };
            header?: never;
            path: {
                /** @description The record. */
                n: number;
                /** @description The dataset. */
                dataset_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A picture. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/png": unknown;
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `record_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dataset_busy` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `audio_unreadable` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_api_health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description Something that is needed is down. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_lexicon: {
        parameters: {
            query?: {
                /** @description Only words that have this in them. */
                q?: string;
                /** @description `next_cursor` of the page before. */
                cursor?: string | null;
                /** @description How many items a page has at most. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_LexiconEntry_"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cursor_invalid` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_lexicon: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/tab-separated-values": string;
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    import_lexicon: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
                "text/csv": string;
                "text/tab-separated-values": string;
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LexiconImported"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `lexicon_full` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `lexicon_file_invalid` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_lexicon_entry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The word, in any usual spelling. */
                word: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LexiconEntry"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `lexicon_entry_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    keep_lexicon_entry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The word, in any usual spelling. */
                word: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Pronunciation"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LexiconEntry"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `lexicon_full` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `lexicon_word_invalid`, `pronunciation_invalid` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    forget_lexicon_entry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The word, in any usual spelling. */
                word: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `lexicon_entry_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_prompts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Prompts"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_archive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A zip. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            /** @description It is the one that `If-None-Match` names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_settings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserSettings"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_settings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserSettingsChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserSettings"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    keep_hub_token: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenGiven"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserSettings"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `hub_token_invalid` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    forget_hub_token: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserSettings"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    check_hub_token: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["TokenQuestion"] | null;
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenCheck"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `hub_token_missing` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `hub_unreachable` */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_bundle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bundle. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-tar": unknown;
                };
            };
            /** @description `link_expired`, `model_not_installed` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    begin_download: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DownloadRequest"];
            };
        };
        responses: {
            /** @description An equal one is unfinished, or the model is installed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DownloadOut"];
                };
            };
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DownloadOut"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `repo_gated` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `repo_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `quota_exceeded` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `hub_token_invalid`, `nothing_to_download` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`, `hub_rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `hub_unreachable` */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `disk_full` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_download: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                download_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DownloadOut"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `download_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancel_download: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                download_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DownloadOut"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `download_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `download_finished` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pause_download: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                download_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DownloadOut"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `download_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `download_finished` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resume_download: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                download_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ResumeRequest"] | null;
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DownloadOut"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `download_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `download_finished` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `hub_unreachable` */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_downloads: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string | null;
                /** @description How many items a page has at most. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Downloads"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cursor_invalid` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    import_models: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    files: string[];
                };
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Imported"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `upload_too_large`, `quota_exceeded` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `import_unusable`, `bundle_unsafe`, `bundle_damaged` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `disk_full` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_installed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstalledModels"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    uninstall_model: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                model_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Uninstalled"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `model_not_yours` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `model_not_installed` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `model_in_use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    make_bundle_link: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                model_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BundleTicket"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `model_files_closed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `model_not_installed` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `model_damaged` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_model_files: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                model_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelFiles"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `model_files_closed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `model_not_installed` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_model_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                model_id: string;
                path: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `model_files_closed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `model_not_installed`, `model_file_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `model_damaged` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mend_model: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                model_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is being mended already. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DownloadOut"];
                };
            };
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DownloadOut"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `model_not_yours` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `model_not_installed` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `model_not_from_hub` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `hub_unreachable` */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `disk_full` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_repository: {
        parameters: {
            query?: {
                revision?: string | null;
            };
            header?: never;
            path: {
                owner: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RepositoryLook"];
                };
            };
            /** @description `repo_not_found`, `revision_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`, `hub_rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `hub_unreachable` */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_sample: {
        parameters: {
            query: {
                repo_id: string;
                path: string;
                revision?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "audio/*": unknown;
                };
            };
            /** @description `repo_gated` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `repo_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sample_unusable` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`, `hub_rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `hub_unreachable` */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    search_hub: {
        parameters: {
            query?: {
                q?: string;
                task?: string | null;
                author?: string | null;
                /** @description Tags, all of which must fit. */
                filter?: string[] | null;
                sort?: ("downloads" | "likes" | "lastModified" | "createdAt" | "trendingScore") | null;
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundModels"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`, `hub_rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `hub_unreachable` */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    check_token: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenToCheck"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenCheck"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`, `hub_rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `hub_unreachable` */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    speak: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SpeechRequest"];
            };
        };
        responses: {
            /** @description The sound, sent while it is made, or events when `stream_format` is `sse`. */
            200: {
                headers: {
                    /** @description Of the sound, in Hz. */
                    "X-Sample-Rate"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "audio/aac": string;
                    "audio/flac": string;
                    "audio/mpeg": string;
                    "audio/ogg; codecs=opus": string;
                    "audio/pcm": string;
                    "audio/wav": string;
                    /**
                     * @example event: speech.audio.delta
                     *     data: {"type":"speech.audio.delta","audio":"AAAB","text_start":0,"text_end":5,"start_s":0.0,"duration_s":1.2,"progress":20}
                     *
                     *     event: speech.audio.done
                     *     data: {"type":"speech.audio.done","duration_s":6.1,"sample_rate":22050}
                     */
                    "text/event-stream": string;
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_system_status: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MachineStatus"] | components["schemas"]["SystemStatus"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    analyze_text: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnalyzeRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Analysis"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_trainings: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string | null;
                /** @description How many items a page has at most. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Trainings"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cursor_invalid` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    begin_training: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTraining"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingOut"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dataset_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dataset_busy`, `too_many_trainings` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `training_config_invalid`, `training_refused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `torch_missing` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    check_training: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTraining"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Needed"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dataset_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dataset_busy` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `training_config_invalid` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_recipes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recipes"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_training: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingOut"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `training_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancel_training: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingOut"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `training_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_checkpoints: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Checkpoints"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `training_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    promote_checkpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job_id: string;
                checkpoint_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingOut"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `training_not_found`, `checkpoint_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `training_busy` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_listening: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listening"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `training_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    vote_in_listening: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Vote"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listening"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `pair_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_listening_clip: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job_id: string;
                pair_id: string;
                side: "a" | "b";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The clip. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "audio/wav": unknown;
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `pair_not_found`, `sample_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_log: {
        parameters: {
            query?: {
                lines?: number;
            };
            header?: never;
            path: {
                job_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["bazgoo__server__trainings__schemas__LogLines"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `training_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_metrics: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path: {
                job_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `training_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cursor_invalid` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pause_training: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingOut"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `training_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `training_finished` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resume_training: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ResumeTraining"] | null;
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingOut"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `training_not_found`, `checkpoint_not_found`, `dataset_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `training_finished`, `training_busy` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_samples: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Samples"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `training_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_training_sample: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job_id: string;
                sample_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sound or the picture. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "audio/wav": unknown;
                    "image/png": unknown;
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `training_not_found`, `sample_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_users: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string | null;
                /** @description How many items a page has at most. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_UserManaged_"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `admin_only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cursor_invalid` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserManaged"];
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `admin_only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `user_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `last_admin` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_voices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Voices"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_voice_config: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a voice, with its `#speaker` if it has one. */
                voice_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, whole; ranges may be asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description It is still the one with that `ETag`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `voice_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `voice_damaged`, `voice_not_in_browser` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_voice_model: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a voice, with its `#speaker` if it has one. */
                voice_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, whole; ranges may be asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            /** @description It is still the one with that `ETag`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `voice_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `voice_damaged`, `voice_not_in_browser` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description Something that is needed is down. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_metrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description `login_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `admin_only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    speak_for_openai: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenAiSpeechRequest"];
            };
        };
        responses: {
            /** @description The sound, sent while it is made, or events when `stream_format` is `sse`. */
            200: {
                headers: {
                    /** @description Of the sound, in Hz. */
                    "X-Sample-Rate"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "audio/aac": string;
                    "audio/flac": string;
                    "audio/mpeg": string;
                    "audio/ogg; codecs=opus": string;
                    "audio/pcm": string;
                    "audio/wav": string;
                    /**
                     * @example data: {"type":"speech.audio.delta","audio":"AAAB"}
                     *
                     *     data: {"type":"speech.audio.done","usage":{"input_tokens":22,"output_tokens":3,"total_tokens":25}}
                     */
                    "text/event-stream": string;
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAIError"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAIError"];
                };
            };
        };
    };
    list_openai_voices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAiVoices"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAIError"];
                };
            };
        };
    };
    list_openai_models: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAiModels"];
                };
            };
            /** @description Any other error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAIError"];
                };
            };
        };
    };
}
