/**
 * The directives of Nginx 1.22.1 as Debian 12 builds it: where each may stand and how many arguments it takes.
 * Read from the `ngx_command_t` tables of the sources (release-1.22.1; `max_headers` is an addition of Debian's). The key of a row says
 * the contexts (h http, s server, l location, i `if` in a server, j `if` in a location, m limit_except; none: main,
 * events or upstream only), then the number of arguments (`1`, `1-2`, `2-` or `flag`), then `{` for a block.
 * To be short, `ssl:a,b` stands for ssl_a and ssl_b, and a sign for the modules that share a name (`families`).
 */
const table: readonly (readonly [rule: string, names: string])[] = [
  ['hsl 1-', `=next_upstream +cache_bypass +cache_methods +cache_use_stale +cache_valid +ignore_headers +no_cache
    *ssl_protocols index resolver addition_types ancient_browser charset_types dav_methods error_log
    grpc_ignore_headers gzip:disable,proxied,types ssi_types sub_filter_types`],
  ['', `daemon env events hash http keepalive pid random use user zone accept_mutex accept_mutex_delay
    debug_connection debug_points ip_hash least_conn load_module lock_file master_process multi_accept pcre_jit
    ssl_engine thread_pool timer_resolution
    worker:connections,cpu_affinity,priority,processes,rlimit_core,rlimit_nofile,shutdown_timeout
    working_directory`],
  ['h 2-', '+cache_path log_format'],
  ['h 0 {', 'server'],
  ['h 1', `http2_recv_buffer_size map_hash_bucket_size map_hash_max_size server_names_hash_bucket_size
    server_names_hash_max_size variables_hash_bucket_size variables_hash_max_size`],
  ['h 1-2 {', 'geo'],
  ['h 2', 'limit_conn_zone'],
  ['h 2 {', 'map charset_map split_clients'],
  ['h 3', 'limit_req_zone'],
  ['hs 1-', 'ssl_protocols'],
  ['hs flag', `ssl ignore_invalid_headers merge_slashes
    ssl:early_data,ocsp,prefer_server_ciphers,reject_handshake,session_tickets,stapling,stapling_verify
    underscores_in_headers`],
  ['hs 1', `client_header_buffer_size client_header_timeout connection_pool_size max_headers
    http2:body_preread_size,idle_timeout,max_concurrent_pushes,max_concurrent_streams,max_field_size
    http2:max_header_size,max_requests,pool_size,recv_timeout,streams_index_size request_pool_size
    ssl:buffer_size,certificate,certificate_key,ciphers,client_certificate,crl,dhparam,ecdh_curve,ocsp_cache
    ssl:ocsp_responder,password_file,session_ticket_key,session_timeout,stapling_file,stapling_responder
    ssl:trusted_certificate,verify_client,verify_depth`],
  ['hs 1-2', 'ssl_session_cache'],
  ['hs 2', 'large_client_header_buffers ssl_conf_command'],
  ['hsl flag', `=socket_keepalive +buffering +cache_lock +cache_revalidate +force_ranges +ignore_client_abort
    +intercept_errors +pass_request_body +pass_request_headers +request_buffering *ssl_server_name
    *ssl_session_reuse *ssl_verify autoindex etag gunzip absolute_redirect aio_write autoindex_exact_size
    autoindex_localtime chunked_transfer_encoding client_body_in_single_buffer create_full_put_path
    fastcgi_cache_background_update fastcgi_keep_conn grpc_intercept_errors gzip_no_buffer gzip_vary
    http2_push_preload limit_conn_dry_run limit_req_dry_run log_not_found log_subrequest mirror_request_body
    mp4_start_key_frame msie_padding msie_refresh open_file_cache_errors open_file_cache_events port_in_redirect
    proxy_cache_background_update proxy_cache_convert_head real_ip_recursive recursive_error_pages
    reset_timedout_connection scgi_cache_background_update server_name_in_redirect
    ssi:ignore_recycled_buffers,last_modified,silent_errors sub_filter_last_modified sub_filter_once tcp_nodelay
    tcp_nopush`],
  ['hsl 0 {', 'types'],
  ['hsl 1', `=buffer_size =connect_timeout =next_upstream_timeout =next_upstream_tries =read_timeout =send_timeout
    +busy_buffers_size +cache +cache_key +cache_lock_age +cache_lock_timeout +cache_max_range_offset
    +cache_min_uses +hide_header +limit_rate +max_temp_file_size +pass_header +store +temp_file_write_size
    *ssl_certificate *ssl_certificate_key *ssl_ciphers *ssl_crl *ssl_name *ssl_password_file
    *ssl_trusted_certificate *ssl_verify_depth aio directio include mirror satisfy slice userid add_after_body
    add_before_body ancient_browser_value auth_delay auth_request autoindex_format
    client:body_buffer_size,body_in_file_only,body_timeout,max_body_size default_type directio_alignment
    fastcgi:catch_stderr,index,send_lowat,split_path_info grpc_hide_header grpc_pass_header
    gzip:comp_level,hash,http_version,min_length,static,window http2_chunk_size http2_push if_modified_since
    keepalive_requests keepalive_time limit:conn_log_level,conn_status,req_log_level,req_status
    lingering:close,time,timeout max_ranges memcached_gzip_flag min_delete_depth modern_browser_value
    mp4_buffer_size mp4_max_buffer_size open_file_cache_min_uses open_file_cache_valid postpone_gzipping
    postpone_output proxy:headers_hash_bucket_size,headers_hash_max_size,http_version,method,send_lowat,set_body
    read_ahead real_ip_header resolver_timeout secure:link,link_md5,link_secret send_lowat send_timeout
    sendfile_max_chunk server_tokens set_real_ip_from ssi_min_file_chunk ssi_value_length
    subrequest_output_buffer_size types_hash_bucket_size types_hash_max_size
    userid:domain,expires,mark,name,p3p,path,service uwsgi:cache_background_update,modifier1,modifier2,string`],
  ['hsl 1-2', `=bind disable_symlinks keepalive_disable keepalive_timeout modern_browser open_file_cache
    proxy:cookie_domain,cookie_path,redirect`],
  ['hsl 1-3', '+store_access dav_access limit_req userid_flags'],
  ['hsl 1-4', '+temp_path client_body_temp_path open_log_file_cache proxy_cookie_flags'],
  ['hsl 2', `+buffers *ssl_conf_command auth_request_set grpc_set_header gunzip_buffers gzip_buffers limit_conn
    output_buffers proxy_set_header sub_filter`],
  ['hsl 2-3', 'fastcgi_param scgi_param uwsgi_param'],
  ['hslij flag', 'rewrite_log uninitialized_variable_warn'],
  ['hslj 2-', 'error_page'],
  ['hslj flag', 'gzip sendfile ssi override_charset'],
  ['hslj 1', 'charset root limit_rate limit_rate_after post_action source_charset'],
  ['hslj 1-2', 'expires'],
  ['hslj 2-3', 'add_header add_trailer'],
  ['hsljm 1-', 'access_log'],
  ['hslm 1', 'allow deny auth_basic auth_basic_user_file'],
  ['l 1- {', 'limit_except'],
  ['l flag', 'random_index'],
  ['l 0', 'flv internal mp4 empty_gif'],
  ['l 1', 'alias'],
  ['lj 1', 'fastcgi_pass grpc_pass memcached_pass scgi_pass uwsgi_pass'],
  ['ljm 1', 'proxy_pass'],
  ['s 1-', 'listen server_name'],
  ['sl 1-', 'valid_referers'],
  ['sl 1- {', 'if'],
  ['sl 2-', 'try_files'],
  ['sl 0-1', 'stub_status'],
  ['sl 1', 'referer_hash_bucket_size referer_hash_max_size'],
  ['sl 1-2 {', 'location'],
  ['slij 0', 'break'],
  ['slij 1-2', 'return'],
  ['slij 2', 'set'],
  ['slij 2-3', 'rewrite'],
  ['h 1 {', 'upstream'],
];

const families: Readonly<Record<string, readonly string[]>> = {
  '+': ['fastcgi', 'proxy', 'scgi', 'uwsgi'],
  '*': ['grpc', 'proxy', 'uwsgi'],
  '=': ['fastcgi', 'grpc', 'memcached', 'proxy', 'scgi', 'uwsgi'],
};

/** The names of a list that is written in short. */
export function expandNames(list: string): readonly string[] {
  return list.split(/\s+/).flatMap(expanded);
}

function expanded(short: string): readonly string[] {
  const shared = families[short.charAt(0)];
  if (shared) return shared.map((module) => `${module}_${short.slice(1)}`);
  const [module = '', names] = short.split(':');
  return names === undefined ? [module] : names.split(',').map((name) => `${module}_${name}`);
}

/** A place where a directive may stand, by the letter of the table. */
export type Context = 'h' | 's' | 'l' | 'i' | 'j' | 'm';

/** What Nginx accepts of one directive. */
export interface DirectiveRule {
  readonly contexts: string;
  readonly min: number;
  readonly max: number;
  readonly flag: boolean;
  readonly block: boolean;
}

function ruleOf(text: string): DirectiveRule {
  const [contexts = '', count = '', block] = text.split(' ');
  const flag = count === 'flag';
  const [min = '', max] = flag ? ['1'] : count.split('-');
  return {
    contexts,
    flag,
    block: block === '{',
    min: Number(min),
    max: max === undefined ? Number(min) : max === '' ? Infinity : Number(max),
  };
}

let rules: ReadonlyMap<string, DirectiveRule> | undefined;

/** The rule of a directive, or nothing when Nginx does not know the name. */
export function directiveRule(name: string): DirectiveRule | undefined {
  rules ??= new Map(table.flatMap(([rule, names]) => expandNames(names).map((one) => [one, ruleOf(rule)] as const)));
  return rules.get(name);
}
